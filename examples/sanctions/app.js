import { explainDecision, renderExplanation } from 'bylaw/explain';

const policy = 'sanction.operations';
const words = {
  en: {
    ask: 'Ask',
    unknown: 'not known',
    nothing: 'Nothing of it is settled yet.',
    why: 'How it came about',
    other: '中文',
  },
  zh: { ask: '求取', unknown: '未知', nothing: '尚无一项确定。', why: '由来', other: 'English' },
};

/** A page for an address: the form, and once something was asked the measures that follow. */
export function answer(rules, url) {
  if (url.pathname !== '/') return { status: 404, html: page('en', '404') };
  const language = url.searchParams.get('lang') === 'zh' ? 'zh' : 'en';
  const facts = factsOf(rules);
  // Only what the form has: nothing else that stands in an address becomes a fact.
  const given = Object.fromEntries(
    facts.flatMap(({ name }) => {
      const value = url.searchParams.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const asked = Object.keys(given).length > 0 ? measures(rules, given, language) : '';
  return { status: 200, html: page(language, form(rules, facts, given, language) + asked) };
}

/** The facts that the form asks for: those of the vocabulary that sanctions read. */
function factsOf(rules) {
  const names = ['kind', 'is-first', 'is-serious', 'is-malicious', 'addressee', 'fine-proposed'];
  return names.map((name) => rules.program.facts[`violation.${name}`]);
}

function form(rules, facts, given, language) {
  const fields = facts.map((fact) => {
    const { name, title } = fact;
    return `<label>${safe(title[language])} ${field(rules, fact, given[name] ?? '', language)}</label>`;
  });
  const { ask, other } = words[language];
  const another = language === 'en' ? 'zh' : 'en';
  return `<form><input type="hidden" name="lang" value="${language}">${fields.join('')}<button>${ask}</button>
    <a href="/?lang=${another}">${other}</a></form>`;
}

/** How a fact is asked for follows from its type in the handbook. */
function field({ program }, { name, type }, value, language) {
  const members = type.is === 'enumeration' ? Object.entries(program.enumerations[type.name] ?? {}) : [];
  const truths = [
    ['true', { en: 'yes', zh: '是' }],
    ['false', { en: 'no', zh: '否' }],
  ];
  const choices = type.is === 'boolean' ? truths : members;
  if (choices.length === 0) return `<input name="${name}" value="${safe(value)}" placeholder="500 CNY">`;
  const options = [['', { en: words.en.unknown, zh: words.zh.unknown }], ...choices].map(
    ([id, title]) => `<option value="${safe(id)}"${id === value ? ' selected' : ''}>${safe(title[language])}</option>`,
  );
  return `<select name="${name}">${options.join('')}</select>`;
}

/** Each measure of the policy with its outcome; what applies comes with the way that led to it. */
function measures(rules, given, language) {
  const names = Object.values(rules.program.decisions)
    .filter((decision) => decision.policy === policy && !decision.hidden && decision.takes.length === 0)
    .map(({ name }) => name);
  const rows = names.map((name) => {
    const { outcome, explanation } = explainDecision(rules, name, given);
    const said =
      outcome.value ?? outcome.error?.message[language] ?? outcome.reasons.map(({ text }) => text[language]).join(' ');
    const title = rules.program.decisions[name].title[language];
    const how = `<details><summary>${words[language].why}</summary><pre>${safe(renderExplanation(explanation, language))}</pre></details>`;
    return `<tr data-decision="${safe(name)}" data-status="${outcome.status}"><th>${safe(title)}</th><td>${safe(said)}</td><td>${safe(outcome.flags.join(' '))}</td><td>${how}</td></tr>`;
  });
  return rows.length === 0 ? `<p>${words[language].nothing}</p>` : `<table>${rows.join('\n')}</table>`;
}

function page(language, content) {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Bylaw</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto}label{display:block}th{text-align:left}td,th{padding:.2rem .6rem;vertical-align:top}</style>
${content}</html>`;
}

const safe = (text) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]);
