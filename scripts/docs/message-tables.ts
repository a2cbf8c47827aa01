import { arrangeMessages } from '../../engine/diagnostic/arrange.ts';
import { bundleMessages } from '../../engine/bundle/messages.ts';
import { caseMessages } from '../../engine/cases/messages.ts';
import { logMessages } from '../../engine/decision-log/messages.ts';
import { checkMessages } from '../../engine/expression/check-messages.ts';
import { jsonRulesMessages } from '../../engine/emit/json-rules/messages.ts';
import { moduleMessages } from '../../engine/emit/module/messages.ts';
import { sqlMessages } from '../../engine/emit/sql/messages.ts';
import { wordMessages } from '../../engine/expression/messages.ts';
import { syntaxMessages } from '../../engine/expression/syntax-messages.ts';
import { proofMessages } from '../../engine/findings/messages.ts';
import { formatMessages } from '../../engine/format/messages.ts';
import { bundleFileMessages } from '../../engine/host/bundle/messages.ts';
import { folderMessages } from '../../engine/host/folder-messages.ts';
import { mappingMessages } from '../../engine/tables/mapping/messages.ts';
import { controlsMessages } from '../../engine/kinds/controls/messages.ts';
import { formulaMessages } from '../../engine/kinds/formula/messages.ts';
import { gradesMessages } from '../../engine/kinds/grades/messages.ts';
import { organizationMessages } from '../../engine/kinds/organization/messages.ts';
import { procedureMessages } from '../../engine/kinds/procedure/messages.ts';
import { provisionsMessages } from '../../engine/kinds/provisions/messages.ts';
import { risksMessages } from '../../engine/kinds/risks/messages.ts';
import { sanctionsMessages } from '../../engine/kinds/sanctions/messages.ts';
import { scheduleMessages } from '../../engine/kinds/schedule/messages.ts';
import { scorecardMessages } from '../../engine/kinds/scorecard/messages.ts';
import { coverageMessages, tableMessages } from '../../engine/kinds/table/messages.ts';
import { tiersMessages } from '../../engine/kinds/tiers/messages.ts';
import { declaredMessages } from '../../engine/program/declared-messages.ts';
import { policyFactMessages } from '../../engine/program/fact-messages.ts';
import { handbookMessages } from '../../engine/program/messages.ts';
import { namingMessages } from '../../engine/program/organization-messages.ts';
import { periodMessages } from '../../engine/program/period-messages.ts';
import { reviewMessages } from '../../engine/review/messages.ts';
import { verdictMessages } from '../../engine/review/report/messages.ts';
import { shapeMessages } from '../../engine/shape/messages.ts';
import { factsJsonMessages } from '../../engine/value/facts-json.ts';
import { factMessages } from '../../engine/value/facts.ts';
import { guardMessages, refusalMessages, syntaxMessages as yamlMessages } from '../../engine/yaml/messages.ts';

/** All tables of messages to authors; a test holds that none is left out. */
export const messageTables = [
  guardMessages,
  refusalMessages,
  yamlMessages,
  shapeMessages,
  wordMessages,
  syntaxMessages,
  checkMessages,
  handbookMessages,
  periodMessages,
  declaredMessages,
  policyFactMessages,
  organizationMessages,
  scheduleMessages,
  namingMessages,
  provisionsMessages,
  formulaMessages,
  tiersMessages,
  tableMessages,
  coverageMessages,
  scorecardMessages,
  gradesMessages,
  controlsMessages,
  sanctionsMessages,
  risksMessages,
  procedureMessages,
  caseMessages,
  bundleMessages,
  bundleFileMessages,
  factMessages,
  factsJsonMessages,
  folderMessages,
  mappingMessages,
  formatMessages,
  proofMessages,
  reviewMessages,
  verdictMessages,
  arrangeMessages,
  jsonRulesMessages,
  moduleMessages,
  sqlMessages,
  logMessages,
] as const;
