import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Status } from '../engine/runtime.ts';
import type { BundleInUse } from './bundle-in-use.ts';

/** What Prometheus reads; each service counts for itself. */
export interface Metrics {
  readonly registry: Registry;
  readonly answered: (operation: string, status: number, seconds: number) => void;
  readonly decided: (status: Status) => void;
  readonly reloaded: (result: 'changed' | 'same' | 'refused') => void;
}

export function metricsOf({ now, refused }: BundleInUse): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'bylaw_requests_total',
    help: 'Requests answered',
    labelNames: ['operation', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'bylaw_request_seconds',
    help: 'From the first byte of a request to its answer',
    labelNames: ['operation'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10],
    registers,
  });
  const decisions = new Counter({
    name: 'bylaw_decisions_total',
    help: 'Decisions answered, by the status of their outcome',
    labelNames: ['status'],
    registers,
  });
  const reloads = new Counter({
    name: 'bylaw_bundle_reloads_total',
    help: 'Looks at the file of the bundle, by what came of them',
    labelNames: ['result'],
    registers,
  });
  const current: Gauge = new Gauge({
    name: 'bylaw_bundle_current',
    help: '1 while the file of the bundle is the one in use, 0 while an older good one answers',
    registers,
    collect: () => current.set(refused().length === 0 ? 1 : 0),
  });
  const revision: Gauge<'handbook' | 'sha256'> = new Gauge({
    name: 'bylaw_bundle_revision',
    help: 'Revision of the handbook in use',
    labelNames: ['handbook', 'sha256'],
    registers,
    collect: () => {
      const { bundle } = now();
      revision.reset();
      revision.set({ handbook: bundle.name, sha256: bundle.sha256 }, bundle.revision);
    },
  });
  return {
    registry,
    answered: (operation, status, took) => {
      requests.inc({ operation, status });
      seconds.observe({ operation }, took);
    },
    decided: (status) => decisions.inc({ status }),
    reloaded: (result) => reloads.inc({ result }),
  };
}
