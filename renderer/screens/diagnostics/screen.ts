import type { Screen } from '../../widgets/screen/screen.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { ProblemDialog } from './ProblemDialog.tsx';

export const diagnosticsScreen: Screen = {
  dialogs: { problem: ProblemDialog, evidence: EvidenceDialog },
  actions: [
    { id: 'problem', label: 'problem.title', opens: 'problem' },
    { id: 'evidence', label: 'evidence.palette', opens: 'evidence' },
  ],
};
