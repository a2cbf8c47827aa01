import { expect, test } from 'vitest';
import { editQueue, type EditQueue } from '../../../../editor/web/form/edit-queue.ts';
import type { FormEdit } from '../../../../engine/service/form/form.ts';

const path = 'pay/a.yaml';
const set = (row: number, list = 'tiers'): FormEdit => ({ edit: 'set', at: [list, row, 'rate'], text: '1%' });
const insert: FormEdit = { edit: 'insert-row', at: ['tiers'], row: 1 };
const paste: FormEdit = { edit: 'paste', grid: '["tiers"]', row: 0, columns: ['rate'], text: 'x' };

/** A queue whose edits are made, but for those refused, and the edits that were. */
function queued(isRefused: (edit: FormEdit) => boolean): {
  readonly queue: EditQueue;
  readonly made: FormEdit[];
  readonly said: string[];
} {
  const made: FormEdit[] = [];
  const said: string[] = [];
  const queue = editQueue({
    textOf: () => '',
    workOut: (file, edit) => {
      if (isRefused(edit)) return Promise.resolve({ refused: { en: 'no', zh: '否' } });
      made.push(edit);
      return Promise.resolve({ edits: [{ span: { file, start: 0, end: 0 }, text: '' }] });
    },
    apply: () => said.push('applied'),
    told: (file, { edit }, came) => said.push(`${'refused' in came ? 'refused' : 'told'} ${edit} ${file}`),
    failed: (error) => {
      throw error;
    },
  });
  return { queue, made, said };
}

test('what is typed behind a refused paste is written: the paste promised no row', async () => {
  const { queue, made } = queued((edit) => edit === paste);
  const typed = set(0);
  const [pasted, written] = await Promise.all([queue.edit(path, paste), queue.edit(path, typed)]);
  expect([pasted, written, made]).toEqual([undefined, 1, [typed]]);
});

test('what came of an edit is told once the text has it', async () => {
  const { queue, said } = queued((edit) => edit === paste);
  await Promise.all([queue.edit(path, insert), queue.edit('pay/b.yaml', paste)]);
  expect(said).toEqual(['applied', `told insert-row ${path}`, 'refused paste pay/b.yaml']);
});

test('what is typed into a row that was refused is dropped, and what is typed elsewhere is not', async () => {
  const { queue, made } = queued((edit) => edit === insert);
  const other = set(1, 'bands');
  const elsewhere = set(1);
  const dropped = [set(1), paste].map((edit) => queue.edit(path, edit));
  const first = queue.edit(path, insert);
  const behind = [set(1), set(1), { ...paste, grid: '["tiers",1,"more"]' }].map((edit) => queue.edit(path, edit));
  const beside = [queue.edit(path, other), queue.edit('pay/b.yaml', elsewhere)];
  expect(await Promise.all(dropped)).toEqual([1, 2]);
  expect(await first).toBeUndefined();
  expect(await Promise.all(behind)).toEqual([undefined, undefined, undefined]);
  expect(await Promise.all(beside)).toEqual([3, 4]);
  expect(made.slice(2)).toEqual([other, elsewhere]);
  // What is typed once the refusal is known is meant as it is.
  expect(await queue.edit(path, set(1))).toBe(5);
});
