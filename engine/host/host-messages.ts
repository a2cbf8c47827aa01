import type { Unreadable } from '../tables/unreadable.ts';

export function noHandbook(cwd: string): Unreadable {
  return {
    unreadable: {
      en: `There is no handbook here: neither ${cwd} nor a folder above it is one or has one in policies/. Name it with --handbook DIR.`,
      zh: `此处没有手册：${cwd} 及其上级文件夹都不是手册，也没有 policies/。请用 --handbook DIR 指明。`,
    },
  };
}

export function noFolder(dir: string): Unreadable {
  return {
    unreadable: {
      en: `There is no folder ${dir}. Name the handbook's folder, the one with handbook.yaml.`,
      zh: `没有文件夹 ${dir}。请指明手册所在的文件夹，其中有 handbook.yaml。`,
    },
  };
}

export function noManifest(dir: string): Unreadable {
  return {
    unreadable: {
      en: `${dir} is no handbook: it has no handbook.yaml. Name the handbook's folder, often policies/.`,
      zh: `${dir} 不是手册：其中没有 handbook.yaml。请指明手册所在的文件夹，通常是 policies/。`,
    },
  };
}

export function emptyFolder(dir: string): Unreadable {
  return {
    unreadable: {
      en: `There is no YAML file below ${dir}. Name the handbook's folder, the one with handbook.yaml.`,
      zh: `${dir} 中没有 YAML 文件。请指明手册所在的文件夹，其中有 handbook.yaml。`,
    },
  };
}

export function noAccess(path: string, why: string): Unreadable {
  return {
    unreadable: {
      en: `${path} cannot be read (${why}).`,
      zh: `无法读取 ${path}（${why}）。`,
    },
  };
}

export function noFile(path: string): Unreadable {
  return {
    unreadable: { en: `There is no file ${path}.`, zh: `没有文件 ${path}。` },
  };
}

export function notUtf8(path: string): Unreadable {
  return {
    unreadable: {
      en: `${path} is not UTF-8. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`,
      zh: `${path} 不是 UTF-8 编码。请另存为 UTF-8（在电子表格中选“CSV UTF-8”）。`,
    },
  };
}
