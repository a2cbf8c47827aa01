import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { countsOf } from '../emit/json-rules/counts.ts';
import { columnForms, dialects, emitSql } from '../emit/sql/sql.ts';
import { decisionsAsked } from './decisions-asked.ts';
import { printEmitted } from './emit-text.ts';
import { momentInWords } from './handbook.ts';
import { printJson } from './json.ts';
import { readyHandbook } from './question.ts';
import { missingOption, noSuchWord } from './refusals.ts';
import { isRefusal, remark, say, type Call, type Refusal } from './verb.ts';
import { writeText } from './write-text.ts';

/** `bylaw emit sql`: decisions as one query over a table of facts. */
export async function writeSql(call: Call, names: readonly string[]): Promise<number | Refusal> {
  const { out, json = false, all = false, sourceOnly = false, table = 'facts', view, keep = '' } = call.options;
  const wanted = call.options.dialect;
  if (wanted === undefined) {
    const list = dialects.join(', ');
    return missingOption('--dialect', { en: `name the database: ${list}`, zh: `请写明数据库：${list}` });
  }
  const dialect = dialects.find((each) => each === wanted);
  if (dialect === undefined) return noSuchWord('--dialect', wanted, dialects);
  const columns = columnForms.find((each) => each === (call.options.columns ?? 'decimal'));
  if (columns === undefined) return noSuchWord('--columns', call.options.columns ?? '', columnForms);
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const { loaded, moment, program } = ready;
  if (loaded.handbook.diagnostics.some(({ severity }) => severity === 'error')) return 1;
  const asked = decisionsAsked(names, program);
  if (isRefusal(asked)) return asked;
  const kept = keep.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const options = { table, keep: kept, sourceOnly, columns, ...(view === undefined ? {} : { view }) };
  const { text, said, refused, inputs, outputs } = emitSql(program, asked, dialect, options);
  const script = text === '' ? '' : `${text};\n`;
  if (out !== undefined) {
    const failed = await writeText(call, out, script);
    if (failed !== undefined) return failed;
  }
  const counted = {
    program,
    said: new Map(said.map((name) => [name, name])),
    refused: new Map(refused.map((each): [string, Diagnostic] => [each.decision, each])),
  };
  if (json) {
    if (moment.isToday) remark(call, momentInWords(call, moment));
    const reasons = refused.map(({ decision, code, message }) => ({ decision, code, message }));
    const where = out === undefined ? { text: script } : { file: out };
    printJson({ ...where, dialect, kinds: countsOf(counted), said, refused: reasons, inputs, outputs }, call);
  } else {
    // The query alone stands on standard output, so that it can be handed on.
    if (out === undefined && script !== '') say(call, script.trimEnd());
    const beside: Call = out === undefined ? { ...call, io: { ...call.io, out: call.io.err } } : call;
    printEmitted(counted, moment, names.length > 0 || all, beside);
  }
  const matters = ({ severity }: Diagnostic): boolean => names.length > 0 || severity === 'error';
  return refused.some(matters) ? 1 : 0;
}
