/** Saves one file over and over, as two texts that a half one would be neither of, until it is killed. */
import process from 'node:process';
import { isDenied } from '../../../editor/server/refusals.ts';
import { contentOf, readyToSave, write } from '../../../editor/server/saved-files.ts';
import { placeOf } from '../../../editor/server/places.ts';

const [folder = ''] = process.argv.slice(2);
const size = 1_900_000;
for (let i = 0; ; i += 1) {
  const place = await placeOf(folder, 'a.yaml');
  if (isDenied(place)) throw new Error(place.refused.message.en);
  const { version: basedOn } = await contentOf(place);
  const text = `${i % 2 === 0 ? 'a' : 'b'}`.repeat(size);
  const looked = await readyToSave(folder, [{ path: 'a.yaml', text, basedOn }]);
  if (isDenied(looked)) throw new Error(looked.refused.message.en);
  const failed = await write(folder, looked.ready);
  if (failed !== undefined) throw new Error(failed.refused.message.en);
  if (i === 0) process.stdout.write('saving\n');
}
