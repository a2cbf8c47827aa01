import { html } from 'hono/html';
import { htmlLanguage, pageText, type Markup } from './markup.ts';
import { clauseList, markLinks, partSections } from './part-markup.ts';
import type { Language } from '../diagnostic/diagnostic.ts';
import type { Note, Slip, SummandLine, Written } from './slip.ts';
import { inBrackets, periodInWords, slipWords } from './words.ts';

/** One person's page: the same slip in each language that is given, one after the other, each on paper of its own. */
export function slipPage(slips: readonly Slip[], index: string, written: Written): string {
  const [first] = slips;
  if (first === undefined) throw new Error('a page needs a language');
  const { everybody } = slipWords[first.language];
  const others = slips.length < 2 ? [] : slips;
  const languages = others.map(({ language }) => {
    const code = htmlLanguage[language];
    return html`<a href="#${language}" lang="${code}">${slipWords[language].language}</a>`;
  });
  const body = html`<main>
    <nav><a href="${index}">← ${everybody}</a>${languages}</nav>
    ${slips.map((slip) => article(slip, written))}
  </main>`;
  return pageText(`${titleOf(first)} · ${first.person.key.text}`, first.language, body);
}

function titleOf({ isPay, language, when }: Slip): string {
  const kind = slipWords[language].slip[isPay ? 'pay' : 'other'];
  const period = periodInWords(when)[language];
  return language === 'en' ? `${kind} for ${period}` : `${period}${kind}`;
}

function article(slip: Slip, written: Written): Markup {
  const { language, handbook, person, when, results, notes, conventions, policies, revision } = slip;
  const words = slipWords[language];
  const name =
    person.name === undefined
      ? ''
      : html`<dt>${person.name.label}</dt>
          <dd>${person.name.text}</dd>`;
  return html`<article id="${language}" lang="${htmlLanguage[language]}" aria-labelledby="${language}-title">
    <header>
      <p>${handbook}</p>
      <h1 id="${language}-title">${titleOf(slip)}</h1>
      <dl class="head">
        ${name}
        <dt>${person.key.label}</dt>
        <dd>${person.key.text}</dd>
        <dt>${words.month}</dt>
        <dd>${periodInWords(when)[language]}</dd>
        <dt>${words.rules}</dt>
        <dd class="plain">${words.when(when)}</dd>
      </dl>
    </header>
    <section>
      <h2>${words.overview}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.number}</th>
            <th scope="col">${words.item}</th>
            <th scope="col" class="amount">${words.result}</th>
          </tr>
        </thead>
        <tbody>
          ${results.map((part) => overviewRows({ ...part, see: part.number }, 0, language))}
        </tbody>
      </table>
    </section>
    <section>
      <h2>${words.origin}</h2>
      ${results.map((part) => partSections(part, 0, language))}
    </section>
    ${noteSection(words.interpretations, words.interpretationsIntro, notes, true, slip)}
    ${noteSection(words.conventions, words.conventionsIntro, conventions, false, slip)}
    <section>
      <h2>${words.versions}</h2>
      <ul class="notes">
        ${policies.map((policy) => html`<li>${words.version(policy)} <span class="small">(${policy.policy})</span></li>`)}
      </ul>
    </section>
    <footer>${words.written(written.by, written.on, revision)}</footer>
  </article>`;
}

/** A value and what it adds up, each on a line of its own, so that every amount is the sum of those one step further in. */
function overviewRows(line: SummandLine, depth: number, language: Language): Markup {
  const { see = '', title, of, status, result, reasons, marks, summands } = line;
  const name = see === '' ? html`${title}` : html`<a href="#${language}-${see}">${title}</a>`;
  const whose = of === undefined ? '' : html`<span class="of">${inBrackets(of, language)}</span>`;
  return html`<tr class="depth-${Math.min(depth, 3)}">
      <td class="number">${see}</td>
      <td class="item">${name}${whose}${reasons.map((reason) => html`<span class="reason">${reason}</span>`)}</td>
      <td class="amount ${status}">${result}${markLinks(marks, language)}</td>
    </tr>
    ${summands.map((below) => overviewRows(below, depth + 1, language))}`;
}

function noteSection(
  title: string,
  intro: string,
  notes: readonly Note[],
  isNumbered: boolean,
  slip: Slip,
): Markup | '' {
  if (notes.length === 0) return '';
  const { language } = slip;
  const words = slipWords[language];
  const items = notes.map(({ id, about, question, answer, status, clauses }, i) => {
    const facts = `${id} · ${isNumbered ? `${words.about[about]} · ` : ''}${words.status(status)}`;
    const anchor = isNumbered ? html` id="${language}-note-${i + 1}"` : '';
    return html`<li${anchor}><p>${question}</p><p class="answer">${answer}</p><p class="small">${facts}${clauses.length === 0 ? '' : ' · '}${clauseList(clauses, language)}</p></li>`;
  });
  const list = isNumbered
    ? html`<ol class="notes">
        ${items}
      </ol>`
    : html`<ul class="notes conventions">
        ${items}
      </ul>`;
  return html`<section>
    <h2>${title}</h2>
    <p class="intro">${intro}</p>
    ${list}
  </section>`;
}
