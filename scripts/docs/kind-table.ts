import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import { kinds } from '../../engine/kinds/index.ts';
import { schemaOf } from '../../engine/shape/schema.ts';
import { table } from './between.ts';

const heads = { en: ['kind', 'says', 'more'], zh: ['类型', '内容', '详细说明'] } as const;
const page: Texts = { en: 'its page', zh: '说明页' };

/** All kinds of policy, each with the page that its folder has. */
export function kindTable(language: Language): string {
  const rows = kinds.map(({ name, schema }) => {
    const described = schemaOf(schema);
    const says: Texts = { en: described.description, zh: described['x-zh'] };
    return [`\`${name}\``, says[language], `[${page[language]}](../engine/kinds/${name}/README.md)`];
  });
  return table(heads[language], rows);
}
