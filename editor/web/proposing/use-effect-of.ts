import { useEffect, useState } from 'preact/hooks';
import type { EffectInWords } from '../../../engine/service/index.ts';
import type { PopulationList } from '../../server/api.ts';
import { proposedOf, savedTexts, type Choice } from '../git/changed-files.ts';
import { useAsk, useCalmRevision, useKept, usePage } from '../page.ts';
import { today } from '../today.ts';
import { populationTables, populationTexts } from '../population/remote.ts';
import { useSharedAnswer } from './use-shared-answer.ts';

type Table = PopulationList['tables'][number];

interface EffectOn {
  readonly tables: readonly Table[];
  readonly table: string | undefined;
  readonly choose: (path: string) => void;
  /** `none`: nothing that the table tells of comes out differently. */
  readonly effect: EffectInWords | 'none' | undefined;
  readonly isWorking: boolean;
}

/** What the change comes to on a table: the one chosen, else the one that is called like the policy, else the manifest's. */
export function useEffectOf(choice: Choice, policy: string | undefined): EffectOn {
  const { background, revision, failed, outline } = usePage();
  const calm = useCalmRevision();
  const named = useAsk('amending/namedPopulation', []);
  const [tables, setTables] = useState<readonly Table[]>([]);
  const [chosen, choose] = useKept<string | undefined>('amend/population', undefined);
  useEffect(() => {
    populationTables().then(setTables, failed);
  }, []);
  const manifests = named === 'waiting' ? undefined : named;
  const at = (file: string | undefined): Table | undefined => tables.find(({ path }) => path === file);
  const found = at(chosen) ?? calledLike(tables, policy) ?? at(manifests?.file) ?? tables[0];
  const map = found !== undefined && found.path === manifests?.file ? manifests.map : undefined;
  const table = found === undefined || map === undefined ? found : { ...found, mapping: map };
  const { files, leftOut } = choice;
  const isNothing = proposedOf(choice).length === 0;
  const [saved, others] = [savedTexts(files), savedTexts(leftOut)];
  const key = JSON.stringify([table?.path, map, saved, leftOut.map(({ document }) => document.path)]);
  const given = useSharedAnswer('proposing/effect', key, calm, async () => {
    const texts = table === undefined || isNothing ? undefined : await populationTexts(table);
    const told =
      texts === undefined
        ? undefined
        : await background.ask('amending/effect', saved, texts, today(outline.timeZone), others);
    return texts === undefined ? undefined : (told ?? ('none' as const));
  });
  return {
    tables,
    table: table?.path,
    choose,
    effect: given?.answer,
    isWorking: table !== undefined && (given?.key !== key || given.revision !== revision),
  };
}

/** `commission.promoter` is tried on `promoters.csv`. */
function calledLike(tables: readonly Table[], policy = ''): Table | undefined {
  const word = policy.split('.').at(-1) ?? '';
  return tables.find(({ path }) => word !== '' && (path.split('/').at(-1) ?? '').startsWith(word));
}
