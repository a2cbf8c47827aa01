import { html } from 'hono/html';
import type { Department, OrganizationPolicy, Post } from '../../kinds/organization/index.ts';
import { aboveOf } from '../../kinds/organization/lines.ts';
import type { Markup } from '../../slips/markup.ts';
import { treeChart, type TreeNode } from '../charts/tree.ts';
import { anchor } from '../file-names.ts';
import { citesIn, gapMark, linesIn, listed, personIn, restsMark, type Content } from '../parts.ts';
import type { PolicyScene } from '../scene.ts';
import type { Section } from '../sections.ts';
import { detailsIn } from './arms.ts';
import { viewLabels } from './labels.ts';
import { viewOf } from './view.ts';

/** Who stands above whom as a chart; posts, departments and duties in words. */
export const organizationView = viewOf<OrganizationPolicy>((policy, scene): readonly Section[] => {
  const { say } = scene;
  const sides = policy['side-duties'] ?? [];
  return [
    {
      id: 'chart',
      title: say(viewLabels.chartOfPosts),
      body: html`${treeChart(treeOf(policy, scene), say(policy.title))}${policy.posts.some(({ value }) => aboveOf(value).is === 'gap') ? html`<p class="small">${say(viewLabels.openLines)}</p>` : ''}`,
    },
    {
      id: 'posts',
      title: say(viewLabels.posts),
      body: policy.posts.map(({ key, value }) => postIn(key.text, value, scene)),
    },
    {
      id: 'departments',
      title: say(viewLabels.departments),
      body: policy.departments.map(({ key, value }) => departmentIn(key.text, value, scene)),
    },
    ...(sides.length === 0
      ? []
      : [
          {
            id: 'side-duties',
            title: say(viewLabels.sideDuties),
            body: sides.map(
              (side) =>
                html`<article class="item">
                  ${detailsIn([
                    [
                      say(viewLabels.heldBy),
                      listed(
                        side['held-by'].map(({ text }) => personIn(text, scene)),
                        scene,
                      ),
                    ],
                    [say(viewLabels.duties), dutiesIn(side.duties, scene)],
                  ])}${restsMark(side['rests-on'], scene)}
                  ${citesIn(side.cites, scene)}
                </article>`,
            ),
          },
        ]),
  ];
});

/** Posts below the company: under their superior, or beside the others where the line breaks off. */
function treeOf(policy: OrganizationPolicy, { say, book, version }: PolicyScene): TreeNode {
  const known = new Set(policy.posts.map(({ key }) => key.text));
  const scope = book.handbook.manifest?.scopes.find(({ key }) => key.text === version.head.scope)?.value.title;
  const placed = new Set<string>();
  const below = (superior: string | undefined): readonly TreeNode[] =>
    policy.posts.flatMap(({ key, value }) => {
      const above = aboveOf(value);
      const own = above.is === 'post' && known.has(above.post) ? above.post : undefined;
      if (own !== superior || placed.has(key.text)) return [];
      placed.add(key.text);
      const count = value['head-count'];
      return [
        {
          title: say(value.title),
          under: [departmentTitle(value, policy, say), ...(count.form === 'plain' ? [`× ${count.value}`] : [])]
            .filter((text) => text !== '')
            .join(' '),
          open: above.is === 'gap',
          href: `#${encodeURIComponent(anchor('person', key.text))}`,
          children: below(key.text),
        },
      ];
    });
  return { title: say(scope ?? policy.title), under: '', open: false, children: below(undefined) };
}

function departmentTitle({ department }: Post, { departments }: OrganizationPolicy, say: PolicyScene['say']): string {
  const found = departments.find(({ key }) => key.text === department.text)?.value.title;
  return found === undefined ? '' : say(found);
}

function postIn(id: string, post: Post, scene: PolicyScene): Markup {
  const { say } = scene;
  const above = aboveOf(post);
  return html`<article class="item" id="${anchor('person', id)}">
    <h3>${say(post.title)}${restsMark(post['rests-on'], scene)}</h3>
    ${citesIn(post.cites, scene)}${detailsIn([
      [say(viewLabels.department), personIn(post.department.text, scene)],
      [say(viewLabels.leads), post.leads === undefined ? undefined : personIn(post.leads.text, scene)],
      [
        say(viewLabels.reportsTo),
        above.is === 'post'
          ? personIn(above.post, scene)
          : above.is === 'gap'
            ? gapMark(above.gap.text, scene)
            : personIn('none', scene),
      ],
      [say(viewLabels.heads), headsIn(post['head-count'], scene)],
      [say(viewLabels.duties), dutiesIn(post.duties, scene)],
    ])}
  </article>`;
}

function departmentIn(id: string, department: Department, scene: PolicyScene): Markup {
  const { say } = scene;
  return html`<article class="item" id="${anchor('person', id)}">
    <h3>${say(department.title)}${restsMark(department['rests-on'], scene)}</h3>
    ${citesIn(department.cites, scene)}${detailsIn([
      [say(viewLabels.within), department.within === undefined ? undefined : personIn(department.within.text, scene)],
      [say(viewLabels.heads), headsIn(department['head-count'], scene)],
      [say(viewLabels.duties), dutiesIn(department.duties, scene)],
    ])}
  </article>`;
}

function headsIn(count: Post['head-count'] | undefined, scene: PolicyScene): Content | undefined {
  if (count === undefined) return undefined;
  return count.form === 'unstated' ? gapMark(count.value.unstated.text, scene) : String(count.value);
}

function dutiesIn(duties: Post['duties'], scene: PolicyScene): Content | undefined {
  if (duties === undefined) return undefined;
  return duties.form === 'unstated' ? gapMark(duties.value.unstated.text, scene) : linesIn(duties.value, scene);
}
