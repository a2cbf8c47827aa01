/** A change of the handbook as a branch: amendments, replaced texts, renamed files, and what its commit says. */
export interface Branch {
  readonly name: string;
  /** Command lines that amend, before texts are replaced. */
  readonly amend: readonly (readonly string[])[];
  /** Each text stands exactly once in its file. */
  readonly replace: readonly { readonly file: string; readonly find: string; readonly by: string }[];
  readonly rename?: { readonly from: string; readonly to: string };
  readonly message: string;
  /** Added to `bylaw review --base main`. */
  readonly options: readonly string[];
  readonly exit: 0 | 1;
  /** Also in Chinese. */
  readonly zh?: true;
}

const head = 'pay/commission.head.yaml';
const people = 'policies/population/sales-2026-10.csv';

/** Seven changes as they come in pull requests, each with the report that a reviewer gets. */
export const branches: readonly Branch[] = [
  {
    name: 'top-rate',
    amend: [
      [
        ...['amend', 'commission.head', '--from', '2027-01-01', '--published', '2026-11-20'],
        ...['--because-en', 'The company raises the top rate.', '--because-zh', '公司提高最高档比率。'],
      ],
    ],
    replace: [
      {
        file: head,
        find: '- { in: ">= 120%", rate: 5% }',
        by: '- { in: ">= 120%", rate: 5.5%, origin: own }',
      },
      {
        file: 'pay/commission.head.cases.yaml',
        find: 'cases:\n',
        by: 'cases:\n  - id: top-rate-of-2027\n    at: 2027-01-31\n    given: { sales.ordered: 100000 CNY, sales.returned: 0 CNY, sales.completion: 120% }\n    expect: { .rate: 5.5%, .amount: 5500 CNY }\n',
      },
    ],
    message: "Raise the head's top rate\n\nApproved-by: Li Wei (pay/head)\n",
    options: ['commission.head.amount', '--population', people],
    exit: 0,
    zh: true,
  },
  {
    name: 'tier-edge',
    amend: [['amend', 'commission.promoter', '--from', '2027-01-01', '--published', '2026-11-20']],
    replace: [
      { file: 'pay/commission.promoter.yaml', find: '[31% .. 50%]', by: '[31% .. 55%]' },
      { file: 'pay/commission.promoter.yaml', find: '(50% .. 51%)', by: '(55% .. 56%)' },
      { file: 'pay/commission.promoter.yaml', find: '[51% .. 80%]', by: '[56% .. 80%]' },
    ],
    message: 'The second tier goes to 55 %\n',
    options: ['commission.promoter.amount', '--population', people],
    exit: 0,
  },
  {
    name: 'qc-row',
    amend: [['amend', 'qc.lot', '--from', '2027-01-01', '--published', '2026-11-20']],
    replace: [
      {
        file: 'warehouse/qc.lot.yaml',
        find: '      - { otherwise: full-inspection, rests-on: pooled-rate, cites: [O-2.A3.4] }\n',
        by: '      - { when: pooled >= 95%, value: accept, rests-on: pooled-rate, cites: [O-2.A3.2] }\n      - { otherwise: full-inspection, rests-on: pooled-rate, cites: [O-2.A3.4] }\n',
      },
    ],
    message: 'Lots with 95 % in both samples are accepted\n\nApproved-by: 质检员\n',
    options: [],
    exit: 0,
  },
  {
    name: 'kpi-weight',
    amend: [['amend', 'kpi.customer-service', '--from', '2027-01-01', '--published', '2026-11-20']],
    replace: [{ file: 'appraisal/kpi.customer-service.yaml', find: 'weight: 60%', by: 'weight: 65%' }],
    message: 'Quality of service weighs more\n',
    options: [],
    exit: 1,
  },
  {
    name: 'edit-in-place',
    amend: [],
    replace: [{ file: head, find: 'rate: 5% }', by: 'rate: 6% }' }],
    message: "Raise the head's top rate\n",
    options: ['commission.head.amount', '--population', people, '--at', '2026-11-22'],
    exit: 1,
  },
  {
    name: 'back-dated',
    amend: [['amend', 'commission.head', '--from', '2026-08-01', '--published', '2026-11-20']],
    replace: [
      {
        file: head,
        find: '- { in: ">= 120%", rate: 5% }',
        by: '- { in: ">= 120%", rate: 5.5%, origin: own }',
      },
    ],
    message: 'The top rate is raised from August on\n\nApproved-by: pay/head\nApproved-by: the intern\n',
    options: ['--closed', `2026-10=${people}`],
    exit: 1,
    zh: true,
  },
  {
    name: 'pure-rename',
    amend: [],
    replace: [
      { file: 'warehouse/qc.lot.yaml', find: '  tenth: lot.quantity', by: '  one-in-ten: lot.quantity' },
      {
        file: 'warehouse/qc.lot.yaml',
        find: 'when: "tenth = floor(tenth, 1 piece)", value: tenth }',
        by: 'when: "one-in-ten = floor(one-in-ten, 1 piece)", value: one-in-ten }',
      },
      { file: 'warehouse/qc.lot.yaml', find: 'ceil(tenth, 1 piece)', by: 'ceil(one-in-ten, 1 piece)' },
    ],
    rename: { from: 'pay/commission.promoter.yaml', to: 'pay/promoter-commission.yaml' },
    message: 'Better names\n',
    options: [],
    exit: 0,
  },
];
