import { openBundle, rulesAt } from 'bylaw/runtime';
import { centsOf, money, nextTier } from './next-tier.js';

const form = document.querySelector('form');
const output = document.querySelector('output');

const fetched = await fetch('handbook.bundle');
const opened = await openBundle(new Uint8Array(await fetched.arrayBuffer()));
if ('diagnostics' in opened) output.textContent = opened.diagnostics.map(({ message }) => message.zh).join('\n');
else {
  const rules = rulesAt(opened.bundle, { at: '2026-10-31' });
  const show = () => {
    output.textContent = told(rules);
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}

function told(rules) {
  const [ordered, returned, target] = ['ordered', 'returned', 'target'].map((name) =>
    centsOf(form.elements[name].value),
  );
  if (ordered === undefined || returned === undefined || target === undefined) return '请填写金额，例如 88000.00';
  const { now, next } = nextTier(rules, { ordered, returned, target });
  if (now.rate.status !== 'determined')
    return now.rate.error?.message.zh ?? now.rate.reasons.map(({ text }) => text.zh).join('；');
  const is = `当前提成比率 ${now.rate.value}，提成 ${now.amount.value}`;
  if (next === undefined) return `${is}\n已是最高一档`;
  return `${is}\n再卖 ${money(next.more)} 即达 ${next.rate.value}，提成 ${next.amount.value}`;
}
