import { defineDiagnostics } from '../diagnostic/define.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';

interface Missing {
  readonly name: string;
  readonly what: Texts;
  readonly scope: string;
  readonly near: readonly string[];
}

/** What is told where policies and the organization of their scope do not fit. */
export const namingMessages = defineDiagnostics('organization', {
  'unknown-name': {
    severity: 'error',
    blocks: false,
    message: ({ name, what, scope, near }: Missing) => ({
      en: `The organization of “${scope}” has no ${what.en} “${name}” on all days on which this holds.${didYouMean(near).en} Correct the name, or add it to the organization.`,
      zh: `在本制度施行期间，“${scope}”的组织并非始终有${what.zh}“${name}”。${didYouMean(near).zh}请改正名称，或在组织中增加。`,
    }),
  },
  'name-missed': {
    severity: 'error',
    blocks: false,
    message: ({ name, places, near }: { name: string; places: number; near: readonly string[] }) => ({
      en: `Policies of this scope name “${name}” in ${places} place${places === 1 ? '' : 's'}, and this organization has nobody of that name.${didYouMean(near).en} After a rename, rename it there too.`,
      zh: `本规则体系的制度有 ${places} 处提到“${name}”，而本组织没有该名称。${didYouMean(near).zh}如已更名，请一并修改该处。`,
    }),
  },
  'two-in-scope': {
    severity: 'error',
    message: ({ scope, other }: { scope: string; other: string }) => ({
      en: `The scope “${scope}” has another organization, “${other}”. Make them one policy: a scope has one.`,
      zh: `规则体系“${scope}”另有组织“${other}”。每个规则体系只能有一个，请合并。`,
    }),
  },
});
