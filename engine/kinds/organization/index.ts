import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { entries, integer, list, oneOfForms, optional, record, texts, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, title, unstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkOrganization } from './check.ts';
import { organizationOutputs } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** A name without dots, since policies and facts say it bare. */
const id = {
  regex: '^[\\p{ID_Start}][\\p{ID_Continue}-]*$',
  says: { en: 'a name without dots such as sales-head', zh: '不含点的名称，例如 sales-head' },
};

const headCount = oneOfForms(
  doc('How many people it has; 0 where nobody is in it now.', '编制人数；目前无人则为0。'),
  { unstated },
  integer(doc('How many people.', '人数。'), { minimum: 0 }),
);
const dutyList = list(doc('Duties, one a line.', '职责，每行一项。'), texts(doc('A duty.', '一项职责。')), {
  atLeast: 1,
});
const duties = optional(oneOfForms(doc('What it is there for.', '职责。'), { unstated }, dutyList));
const common = { title, duties, 'rests-on': optional(restsOn), cites: optional(cites) };

const department = record(doc('A department or group.', '部门或小组。'), {
  ...common,
  within: optional(word(doc('The department that it belongs to.', '所属上级部门。'), { names: 'department' })),
  'head-count': optional(headCount),
});
export type Department = Static<typeof department>;

const post = record(doc('A post.', '一个岗位。'), {
  ...common,
  department: word(
    doc('Its department; `any` where it belongs to none or to each.', '所属部门；不属于或属于各部门时写 any。'),
    { names: 'department' },
  ),
  leads: optional(word(doc('The department that it leads.', '所主管的部门。'), { names: 'department' })),
  'reports-to': oneOfForms(
    doc('The post above it, or `none` at the top.', '上级岗位；最高岗位写 none。'),
    { unstated },
    word(doc('A post, or `none`.', '岗位，或 none。'), { names: 'post' }),
  ),
  'head-count': headCount,
});
export type Post = Static<typeof post>;

const schema = policyOf(
  'organization',
  doc(
    'Departments, posts, reporting lines, head-counts and duties of a scope.',
    '一个规则体系的部门、岗位、汇报关系、编制与职责。',
  ),
  {
    departments: entries(doc('Id → department.', '代号→部门。'), department, { keyPattern: id, atLeast: 1 }),
    posts: entries(doc('Id → post.', '代号→岗位。'), post, { keyPattern: id, atLeast: 1 }),
    'side-duties': optional(
      list(
        doc('Duties that are done beside a post.', '兼任职责。'),
        record(doc('Duties done by holders of these posts.', '由下列岗位兼任的职责。'), {
          'held-by': list(doc('Posts.', '岗位。'), word(doc('A post.', '岗位。'), { names: 'post' }), {
            orOne: true,
            atLeast: 1,
          }),
          duties: oneOfForms(
            doc('What they do, or that the source leaves it out.', '兼任内容；原文遗漏时写明。'),
            { unstated },
            dutyList,
          ),
          'rests-on': optional(restsOn),
          cites: optional(cites),
        }),
      ),
    ),
  },
);
export type OrganizationPolicy = Static<typeof schema>;

export const organization = defineKind({
  name: 'organization',
  title: { en: 'Organization', zh: '组织' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: organizationOutputs(policy),
    check: (_lowered, context) => checkOrganization(policy, context),
  }),
});
