import type { Report } from '../review/report/report.ts';
import type { ReviewSides } from './review-sides.ts';
import { reviewJunit } from './review-junit.ts';
import { reviewSarif } from './review-sarif.ts';
import { isRefusal, type Call, type Refusal } from './verb.ts';
import { writeText } from './write-text.ts';

/** The files that build servers and code hosts read, where they were asked for. */
export async function writeReviewFiles(call: Call, report: Report, sides: ReviewSides): Promise<Refusal | undefined> {
  const { sarif, junit } = call.options;
  if (sarif !== undefined) {
    const written = await writeText(call, sarif, `${JSON.stringify(reviewSarif(report, sides, call), undefined, 2)}\n`);
    if (isRefusal(written)) return written;
  }
  return junit === undefined ? undefined : writeText(call, junit, reviewJunit(report, sides, call));
}
