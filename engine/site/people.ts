import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Version } from '../program/handbook.ts';
import { isOrganization } from '../program/organizations.ts';

/** What posts, departments, relations and groups are called, by scope and id. */
export type People = (scope: string | undefined, id: string) => Person | undefined;
interface Person {
  readonly title: Texts;
  /** The policy whose organization lists it. */
  readonly policy?: string;
}

/** Who has no place in any organization. */
const others: Readonly<Record<string, Texts>> = {
  superior: { en: 'the superior', zh: '直接上级' },
  subject: { en: 'the person concerned', zh: '本人' },
  peers: { en: 'peers', zh: '同级同事' },
  'all-staff': { en: 'all staff', zh: '全体员工' },
  'all-departments': { en: 'all departments', zh: '各部门' },
  none: { en: 'nobody', zh: '无' },
  any: { en: 'any', zh: '任意' },
};

export function peopleOf(versions: readonly Version[]): People {
  const known = new Map<string, Person>();
  for (const { read } of versions) {
    const { policy } = read;
    if (!isOrganization(policy)) continue;
    for (const { key, value } of [...policy.posts, ...policy.departments]) {
      known.set(`${policy.scope?.text ?? ''} ${key.text}`, { title: value.title, policy: policy.policy.text });
    }
  }
  return (scope, id) => {
    const other = Object.hasOwn(others, id) ? others[id] : undefined;
    return known.get(`${scope ?? ''} ${id}`) ?? (other === undefined ? undefined : { title: other });
  };
}
