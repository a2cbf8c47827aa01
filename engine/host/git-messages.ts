import type { Unreadable } from './host-messages.ts';

export function notInGit(dir: string): Unreadable {
  return {
    unreadable: {
      en: `${dir} lies in no git repository, so there is nothing to compare with.`,
      zh: `${dir} 不在 git 仓库中，没有可供比较的版本。`,
    },
  };
}

export function noRevision(revision: string, shallow: boolean): Unreadable {
  const [en, zh] = shallow
    ? [
        ' The clone is shallow: fetch more history (git fetch --unshallow).',
        '当前为浅克隆：请先取得更多历史（git fetch --unshallow）。',
      ]
    : ['', ''];
  return {
    unreadable: {
      en: `There is no revision “${revision}”. Name a branch, a tag or a commit.${en}`,
      zh: `没有版本“${revision}”。请写分支、标签或提交。${zh}`,
    },
  };
}

export function notUtf8At(path: string, revision: string): Unreadable {
  return {
    unreadable: {
      en: `${path} is not UTF-8 in the revision “${revision}”, so that handbook cannot be read.`,
      zh: `版本“${revision}”中的 ${path} 不是 UTF-8 编码，无法读取该手册。`,
    },
  };
}
