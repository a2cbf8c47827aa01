import type { Unreadable } from './host-messages.ts';

export function notInGit(dir: string): Unreadable {
  return {
    unreadable: {
      en: `${dir} lies in no git repository, so there is nothing to compare with.`,
      zh: `${dir} 不在 git 仓库中，没有可供比较的版本。`,
    },
  };
}

export function noGit(): Unreadable {
  return {
    unreadable: {
      en: 'The command git was not found. Install git, or compare folders: bylaw diff dir:OLD dir:NEW.',
      zh: '找不到命令 git。请安装 git，或比较文件夹：bylaw diff dir:旧 dir:新。',
    },
  };
}

export function noRevision(revision: string, shallow: boolean): Unreadable {
  const [en, zh] = shallow ? howToFetch : ['', ''];
  return {
    unreadable: {
      en: `There is no revision “${revision}”. Name a branch, a tag or a commit.${en}`,
      zh: `没有版本“${revision}”。请写分支、标签或提交。${zh}`,
    },
  };
}

/** The revision is there, but no commit from which both come. */
export function noCommonCommit(revision: string, shallow: boolean): Unreadable {
  const [en, zh] = shallow ? howToFetch : ['', ''];
  return {
    unreadable: {
      en: `“${revision}” and the present commit have no commit in common, so nobody can say what changed since.${en}`,
      zh: `“${revision}”与当前提交没有共同的祖先，无法说明其后的变化。${zh}`,
    },
  };
}

const howToFetch = [
  ' The clone is shallow: fetch more history (git fetch --unshallow; in a workflow, fetch-depth: 0 of actions/checkout).',
  '当前为浅克隆：请先取得更多历史（git fetch --unshallow；在工作流中为 actions/checkout 的 fetch-depth: 0）。',
] as const;

export function notUtf8At(path: string, revision: string): Unreadable {
  return {
    unreadable: {
      en: `${path} is not UTF-8 in the revision “${revision}”, so that handbook cannot be read.`,
      zh: `版本“${revision}”中的 ${path} 不是 UTF-8 编码，无法读取该手册。`,
    },
  };
}
