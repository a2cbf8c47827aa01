import type { Unreadable } from '../tables/unreadable.ts';

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

export function noCommitYet(): Unreadable {
  return {
    unreadable: {
      en: 'The repository has no commit yet, so there is nothing to propose a change to. Make the first commit (git add, git commit), or save the files.',
      zh: '仓库中还没有提交，无从提出变更。请先完成首次提交（git add、git commit），或直接保存文件。',
    },
  };
}

export function noAuthor(): Unreadable {
  return {
    unreadable: {
      en: 'Git does not know who you are. Say it once: git config --global user.name "Your name", git config --global user.email "you@company.example".',
      zh: 'git 不知道您是谁。请设置一次：git config --global user.name "姓名"，git config --global user.email "you@company.example"。',
    },
  };
}

export function nothingChanges(): Unreadable {
  return {
    unreadable: {
      en: 'The files are in the newest commit as they are: there is nothing to propose.',
      zh: '文件与最新提交相同，没有可提出的变更。',
    },
  };
}

/** Git's own words stay: they say what its servers, hooks and keys want. */
export function gitFailed(command: string, words: string): Unreadable {
  return {
    unreadable: {
      en: `git ${command} failed: ${withoutSecrets(words)}`,
      zh: `git ${command} 失败：${withoutSecrets(words)}`,
    },
  };
}

/** Git repeats addresses, and some people keep passwords in them. */
const withoutSecrets = (words: string): string => words.replaceAll(/(\w+:\/\/)[^\s/@]+@/g, '$1');
