import { describeDecision, listDecisions } from '../../engine/explain.ts';
import type { Asked, Handler, Inside } from '../inside.ts';
import { isProblem, problem } from '../problems.ts';
import type { Bundle } from '../../engine/runtime.ts';
import { momentOf, rulesOf } from './asking.ts';

/** What can be asked. */
export function handbookRoutes({ bundle }: Inside): Readonly<Record<'handbook' | 'decision', Handler>> {
  return {
    handbook: (context) => {
      // Held to its shape before it comes here, as all queries are.
      const query = context.req.query();
      const inUse = bundle.now();
      if (query['at'] === undefined) return context.json(about(inUse.bundle));
      const rules = rulesOf(inUse, momentOf(query));
      return isProblem(rules) ? rules : context.json({ ...about(inUse.bundle), decisions: listDecisions(rules) });
    },

    decision: (context) => {
      const rules = rulesOf(bundle.now(), momentOf(context.req.query()));
      if (isProblem(rules)) return rules;
      const name = nameOf(context);
      const described = describeDecision(rules, name);
      if (described !== undefined) return context.json(described);
      // Its own words know what stands near.
      const { error } = rules.decide(name, {});
      const none = { en: `“${name}” is no decision that can be asked.`, zh: `“${name}”不是可以求取的决定。` };
      const said = error?.code === 'decision/unknown' ? error.message : none;
      return problem('unknown-decision', said, { code: 'decision/unknown', place: 'name' });
    },
  };
}

const nameOf = ({ req }: Asked): string => (req.param('name') ?? '').slice(0, 200);

function about(bundle: Bundle): Readonly<Record<string, unknown>> {
  const { name: handbook, revision, sha256, signedBy, engine, timeZone, currency, changes, versions } = bundle;
  const policies = [...versions].map(([policy, editions]) => ({
    policy,
    title: editions[0]?.head.title ?? { en: policy, zh: policy },
    versions: editions.map(({ head: { version, from, to, published } }) => ({
      version,
      from,
      ...(to === undefined ? {} : { to }),
      published,
    })),
  }));
  const signed = signedBy === undefined ? {} : { signedBy };
  return { handbook, revision, bundle: sha256, ...signed, engine, timeZone, currency, changes, policies };
}
