import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Unreadable } from '../../tables/unreadable.ts';

export function noWorkbook(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name} is no workbook that can be read: it is damaged, protected by a password, or in the old form .xls. Save it as .xlsx without a password.`,
      zh: `${name} 不是可读取的工作簿：文件已损坏、设有密码，或是旧的 .xls 格式。请取消密码并另存为 .xlsx。`,
    },
  };
}

export function noSheet(name: string, wanted: string, sheets: readonly string[]): Unreadable {
  return {
    unreadable: {
      en: `${name} has no sheet “${wanted}”. Its sheets are: ${sheets.join(', ')}.`,
      zh: `${name} 中没有工作表“${wanted}”。现有工作表：${sheets.join('、')}。`,
    },
  };
}

export function severalSheets(name: string, sheets: readonly string[]): Unreadable {
  return {
    unreadable: {
      en: `${name} has several sheets: ${sheets.join(', ')}. Name the one that is meant: --sheet ${sheets[0] ?? ''}.`,
      zh: `${name} 有多张工作表：${sheets.join('、')}。请指明其中一张：--sheet ${sheets[0] ?? ''}。`,
    },
  };
}

export function emptySheet(name: string, sheet: string): Unreadable {
  return {
    unreadable: {
      en: `${name}, sheet “${sheet}”: it is empty. Its first row must name the columns.`,
      zh: `${name} 工作表“${sheet}”是空的。首行须为列名。`,
    },
  };
}

export function mergedHeader(name: string, sheet: string, range: string, row: number): Unreadable {
  return {
    unreadable: {
      en: `${name}, sheet “${sheet}”, row ${row}: the cells ${range} are merged, so it is not known which column is called what. Each column needs a name of its own; where the row is only a title, name the row of the column names in the mapping: header-row: ${row + 1}.`,
      zh: `${name} 工作表“${sheet}”第 ${row} 行：${range} 是合并单元格，无法确定各列的名称。每列须有各自的列名；若该行只是标题，请在映射文件中指明列名所在的行：header-row: ${row + 1}。`,
    },
  };
}

export function mergedCell(range: string): Texts {
  return {
    en: `the cell is part of the merged cells ${range}, so it is not known whose the value is. Separate them and fill each cell.`,
    zh: `该单元格属于合并单元格 ${range}，无法确定取值属于哪一行列。请取消合并并逐格填写。`,
  };
}

export function errorCell(error: string): Texts {
  return {
    en: `the cell holds the error ${error}. Mend its formula in the workbook.`,
    zh: `该单元格是错误值 ${error}。请在工作簿中修正公式。`,
  };
}

export const formulaWithoutValue: Texts = {
  en: 'the cell holds a formula without a stored result. Open the workbook in a spreadsheet program and save it, so that it is calculated.',
  zh: '该单元格有公式而没有保存的结果。请用电子表格程序打开并保存，使其重新计算。',
};

export function tooManyDigits(stored: string): Texts {
  return {
    en: `the cell holds ${stored}, more digits than a spreadsheet keeps exactly (15), so it shows another number. Round it there, such as =ROUND(…, 2); write numbers that only name something as text.`,
    zh: `该单元格存储的是${stored}，超过电子表格能精确保存的15位，显示的数与之不同。请在表中取整，例如 =ROUND(…, 2)；编号类数字请存为文本。`,
  };
}

export function notAMoment(stored: string): Texts {
  return {
    en: `the cell is formatted as a date or time, but holds ${stored}, which is no day since 1 March 1900 and no whole second. Enter it again.`,
    zh: `该单元格是日期或时间格式，但存储的是${stored}，不是1900年3月1日以后的日期，也不是整秒。请重新输入。`,
  };
}

export function notInMinutes(stored: string): Texts {
  return {
    en: `the cell is formatted as a length of time, but holds ${stored}, which no decimal number of minutes says exactly. Enter whole minutes.`,
    zh: `该单元格是时长格式，但存储的是${stored}，无法用小数分钟精确表示。请输入整分钟。`,
  };
}

export function unknownString(stored: string): Texts {
  return {
    en: `the cell refers to a text (${stored}) that the workbook does not have. Save it again in a spreadsheet program.`,
    zh: `该单元格引用的文本（${stored}）在工作簿中不存在。请用电子表格程序重新保存。`,
  };
}

function noRoom(unreadable: Texts): Error & Unreadable {
  return Object.assign(new Error(unreadable.en), { unreadable });
}

export function tooManyRows(most: number): Error & Unreadable {
  return noRoom({
    en: `A workbook has room for ${most} rows, and the result has more. Name a CSV file with --out.`,
    zh: `工作簿最多容纳 ${most} 行，而结果更多。请用 --out 指定 CSV 文件。`,
  });
}

export function tooLongCell(row: number, column: number, most: number): Error & Unreadable {
  return noRoom({
    en: `The text in column ${column} of the result's row ${row} is longer than the ${most} characters that a cell of a workbook holds. Name a CSV file with --out.`,
    zh: `结果第 ${row} 行第 ${column} 列的文本超过工作簿单元格的上限 ${most} 个字符。请用 --out 指定 CSV 文件。`,
  });
}
