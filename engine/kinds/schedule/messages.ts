import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly near: readonly string[];
}
interface Place {
  readonly where: string;
  readonly witness: string;
}

export const scheduleMessages = defineDiagnostics('schedule', {
  empty: {
    severity: 'error',
    message: () => ({
      en: 'The schedule says nothing: write `days`, `slots` or a `calendar` with `covers`.',
      zh: '日程没有内容：请写 days、slots 或含 covers 的 calendar。',
    }),
  },
  'takes-a-date': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `A schedule is asked about one date: write \`takes: { ${name}: date }\` and nothing else there.`,
      zh: `日程只就一个日期提问：此处仅写 takes: { ${name}: date }。`,
    }),
  },
  'no-date': {
    severity: 'error',
    message: () => ({
      en: 'Which date is meant? Add `takes: { day: date }` to the schedule.',
      zh: '未写明所指日期。请在日程中补充 takes: { day: date }。',
    }),
  },
  'unknown-recurrence': {
    severity: 'error',
    message: ({ found, near }: { found: string; near: readonly string[] }) => ({
      en: `“${found}” is no recurring day.${didYouMean(near).en} \`every\` knows a day of the week, \`first\` or \`last monday of month\`, and \`working-day\`; everything else is a condition under \`when\`.`,
      zh: `“${found}”不是可重复的日子。${didYouMean(near).zh}every 可写星期几、first 或 last monday of month、working-day，其他请用 when 写条件。`,
    }),
  },
  'unknown-day': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `This schedule has no sort of day “${name}”.${didYouMean(near).en} Add it under \`days\`.`,
      zh: `本日程没有“${name}”这类日子。${didYouMean(near).zh}请在 days 中增加。`,
    }),
  },
  'no-calendar': {
    severity: 'error',
    message: () => ({
      en: 'Which days are worked? Add `calendar:` with the name of the schedule that knows, or with `covers`, `weekend` and `holidays`.',
      zh: '未写明工作日历。请补充 calendar：写载有日历的日程制度名称，或写 covers、weekend 与 holidays。',
    }),
  },
  'unknown-calendar': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `“${name}” is no schedule with a calendar.${didYouMean(near).en} Name one whose \`calendar\` has \`covers\`.`,
      zh: `“${name}”不是载有日历的日程制度。${didYouMean(near).zh}请写其 calendar 含 covers 的制度。`,
    }),
  },
  'never-true': {
    severity: 'error',
    blocks: false,
    message: ({ day }: { day: string }) => ({
      en: `No date and no facts make “${day}” true: its conditions exclude each other. Correct one of them.`,
      zh: `没有任何日期或事实能使“${day}”成立：其条件相互排斥。请改正其一。`,
    }),
  },
  'slots-of-what': {
    severity: 'error',
    message: ({ key }: { key: string }) => ({
      en: `Slots need \`by:\` (which slot is meant) and \`time:\` (what is held against the cut-off); \`${key}\` is missing.`,
      zh: `批次须写 by（所属批次）与 time（与截止时间比较的时间）；缺少 ${key}。`,
    }),
  },
  'never-in-time': {
    severity: 'error',
    blocks: false,
    message: () => ({
      en: 'Nothing is ever in time for this slot: it begins when its cut-off is past already. Correct `from` or `before`.',
      zh: '该批次起始时已过截止时间，任何时间都不算按时。请改正 from 或 before。',
    }),
  },
  overlap: {
    severity: 'error',
    blocks: false,
    message: ({ where, witness }: Place) => ({
      en: `Two slots speak about ${where}${witness === '' ? '' : `, for example ${witness}`}; there it would be an error. Leave one cut-off for each slot.`,
      zh: `有两行同时涵盖批次 ${where}${witness === '' ? '' : `，例如 ${witness}`}，届时结果为错误。每个批次只能有一个截止时间。`,
    }),
  },
  hole: {
    severity: 'error',
    blocks: false,
    message: ({ where, witness }: Place) => ({
      en: `No slot speaks about ${where}${witness === '' ? '' : `, for example ${witness}`}. Add its cut-off, or narrow the range of what \`by\` can be.`,
      zh: `没有任何一行涵盖批次 ${where}${witness === '' ? '' : `，例如 ${witness}`}。请补充其截止时间，或收窄 by 的取值范围。`,
    }),
  },
  'unknown-weekday': {
    severity: 'error',
    message: ({ name, near }: Unknown) => ({
      en: `“${name}” is no day of the week.${didYouMean(near).en} They are monday to sunday.`,
      zh: `“${name}”不是星期几。${didYouMean(near).zh}可写 monday 至 sunday。`,
    }),
  },
  'ends-before-it-starts': {
    severity: 'error',
    message: ({ from, to }: { from: string; to: string }) => ({
      en: `It begins on ${from} and ends on ${to}, before it begins. Correct one of the days.`,
      zh: `自 ${from} 起却至 ${to} 止，末日早于首日。请改正其一。`,
    }),
  },
  'not-covered': {
    severity: 'error',
    message: ({ day, from, to }: { day: string; from: string; to: string }) => ({
      en: `The calendar covers ${from} to ${to}, so ${day} would never be asked. Extend \`covers\`, or correct the day.`,
      zh: `日历涵盖 ${from} 至 ${to}，${day} 不会被用到。请扩大 covers，或改正日期。`,
    }),
  },
  'day-twice': {
    severity: 'error',
    message: ({ day }: { day: string }) => ({
      en: `${day} stands in the calendar twice. A day is one holiday or one moved working day: remove one.`,
      zh: `${day} 在日历中出现两次。一天只能是一个假期或一个调休上班日，请删除其一。`,
    }),
  },
});
