import { controlsView } from './controls.ts';
import { formulaView } from './formula.ts';
import { gradesView } from './grades.ts';
import { organizationView } from './organization.ts';
import { parametersView } from './parameters.ts';
import { procedureView } from './procedure.ts';
import { provisionsView } from './provisions.ts';
import { risksView } from './risks.ts';
import { sanctionsView } from './sanctions.ts';
import { scheduleView } from './schedule.ts';
import { scorecardView } from './scorecard.ts';
import { tableView } from './table.ts';
import { tiersView } from './tiers.ts';
import type { View } from './view.ts';

/** How each kind is shown, by its name. */
export const views: Readonly<Record<string, View>> = {
  parameters: parametersView,
  organization: organizationView,
  provisions: provisionsView,
  formula: formulaView,
  tiers: tiersView,
  table: tableView,
  scorecard: scorecardView,
  grades: gradesView,
  controls: controlsView,
  sanctions: sanctionsView,
  risks: risksView,
  procedure: procedureView,
  schedule: scheduleView,
};
