import { clocksOf, nearestDue } from '#shared/domain/clocks.ts';
import type { Complaint } from '#shared/domain/complaint.ts';
import type { Officer } from '#shared/domain/roles.ts';
import { filled, variableValues } from '#shared/domain/templates.ts';
import { useReference } from '../../app/reference.tsx';

/** Fills the variables of a template with what this report and this day say. */
export function useVariables(complaint: Complaint, officer: Officer): (text: string) => string {
  const { basis, today } = useReference();
  return (text) => {
    const dueDay = nearestDue(clocksOf(complaint, basis))?.dueDay ?? null;
    return filled(text, variableValues(complaint, officer, today, dueDay));
  };
}
