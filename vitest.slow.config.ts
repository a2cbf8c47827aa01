import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that no core waits for it at the end; a fresh clone has no times of its own. */
const longest = [
  'test/cli/reviews.slow.ts',
  'test/judge/judge.slow.ts',
  'test/emit/sql/agree.slow.ts',
  'test/package/package.slow.ts',
  'test/fuzz/fuzz.slow.ts',
  'test/emit/json-rules/agree.slow.ts',
  'test/browser/axe.slow.ts',
  'test/browser/documents.slow.ts',
  'test/browser/form.slow.ts',
  'test/browser/propose.slow.ts',
  'test/yaml/partial.slow.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((path) => moduleId.endsWith(path));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Suites that take longer than a coffee: real browsers, databases, long random runs. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    passWithNoTests: true,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
});
