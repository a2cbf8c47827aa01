/** The site in a real browser, from files, as its readers open it. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTHING } from '../browser/watch.ts';
import { openSite } from './open.ts';

let site: Awaited<ReturnType<typeof openSite>>;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  page = await site.context.newPage();
}, 120_000);
afterAll(async () => {
  await site?.close();
});

test('the command says what it wrote', () => {
  expect(site.told).toMatch(/^49 pages in .*\/s\. Begin with .*\/s\/index\.html\.\n$/);
});

async function resultsFor(language: string, query: string): Promise<readonly string[]> {
  await page.goto(`${site.addressOf(`${language}/search.html`)}?q=${encodeURIComponent(query)}`);
  return page.locator('#results a').allTextContents();
}

test('the search finds Chinese words, whole and in part, and more words find less', async () => {
  expect(await resultsFor('zh', '奖金')).toContain('奖金');
  expect(await resultsFor('zh', '问候')).toEqual(['行为规范']);
  expect(await resultsFor('zh', '投')).toContain('投诉');
  expect(await resultsFor('zh', '行为 进食')).toEqual(['行为规范']);
  expect(await resultsFor('zh', '飞船')).toEqual([]);
  expect(await page.locator('#told').textContent()).toBe('找到 0 项');
});

test('the search finds English words, clauses and facts, and leads to them', async () => {
  expect(await resultsFor('en', 'extinguish')).toEqual(['Risks']);
  expect(await resultsFor('en', 'A-1.1')).toContain('A-1.1 Bonus by sales');
  await page.getByRole('link', { name: 'A-1.1 Bonus by sales' }).click();
  expect(page.url()).toBe(`${site.addressOf('en/clauses.A-1.html')}#clause.A-1.1`);
});

test('a number finds first what bears it, however often others name it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-search-'));
  cpSync(new URL('handbook', import.meta.url), folder, { recursive: true });
  const whole = '  - { id: A-1, form: record, topic: org, title: { en: What holds for all in the shop, zh: 总则 } }\n';
  appendFileSync(join(folder, 'sources/A.yaml'), whole);
  const own = await openSite(folder);
  const ownPage = await own.context.newPage();
  await ownPage.goto(`${own.addressOf('en/search.html')}?q=a-1`);
  expect(await ownPage.locator('#results a').first().textContent()).toBe('A-1 What holds for all in the shop');
  await own.close();
  rmSync(folder, { recursive: true });
}, 60_000);

test('the field at the top of every page leads to the search', async () => {
  await page.goto(site.addressOf('zh/policy.pay.html'));
  await page.getByRole('searchbox', { name: '搜索手册' }).fill('底薪');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html\?q=/);
  expect(await page.locator('#results a').first().textContent()).toBe('薪酬');
});

test('the first page offers both languages, and each page the other one', async () => {
  await page.goto(site.addressOf('index.html'));
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('link', { name: '奖金' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.locator('h1').textContent()).toBe('Bonus');
});

test('the pages asked for nothing but their own files, and kept their own content policy', () => {
  expect(site.seen).toEqual(NOTHING);
});
