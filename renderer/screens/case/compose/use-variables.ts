import { filled, variableValues } from '#shared/domain/answers/templates.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { clocksOf, nearestDue } from '#shared/domain/deadlines/clocks.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { useReference } from '../../../words/reference.tsx';

/** Fills the variables of a template with what this complaint and this day say. */
export function useVariables(complaint: Complaint, officer: Officer): (text: string) => string {
  const { basis, today } = useReference();
  return (text) => {
    const dueDay = nearestDue(clocksOf(complaint, basis))?.dueDay ?? null;
    return filled(text, variableValues(complaint, officer, today, dueDay));
  };
}
