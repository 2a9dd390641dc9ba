import { isPlainHttp } from '#shared/contract/central/address.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { useWords } from '../../words/reference.tsx';
import { type EnrolForm, problemOf } from './enrol-form.ts';
import { SessionForm } from './SessionForm.tsx';

const FIELDS = [
  { name: 'centralUrl', words: 'session.url', type: 'url', maxLength: 500 },
  { name: 'code', words: 'session.code', maxLength: 500 },
  { name: 'name', words: 'session.name', maxLength: 200 },
] as const;

/** The field that each failure is about; null: none of them. */
const FIELD_OF = {
  bad_code: 'code',
  unreachable: 'centralUrl',
  intercepted: 'centralUrl',
  unknown_authority: 'centralUrl',
  certificate_date: 'centralUrl',
  proxy_password: null,
  not_central: 'centralUrl',
  other_officer: null,
  not_for_joining: 'code',
  too_many_codes: 'code',
  other_central: 'centralUrl',
  policy_unreadable: null,
} as const;

/** Connects this computer to the central service by a one-time code, at first and when access has ended. */
export function Enrol({
  centralUrl,
  officerName,
  onDone,
  joining = false,
}: {
  readonly centralUrl: string | null;
  readonly officerName: string | null;
  readonly onDone?: () => void;
  /** The agency was standalone so far, and brings its complaints along. */
  readonly joining?: boolean;
}) {
  const { backend } = useServices();
  const { t } = useWords();
  const fixedUrl = useAnswerOf((ask) => ask.session.get)?.policy?.centralUrl;
  const check = (form: EnrolForm) => {
    const wrong = problemOf(form);
    return wrong && { field: wrong.field, text: t(`session.${wrong.message}`) };
  };
  const send = async (form: EnrolForm) => {
    const answer = await (joining ? backend.standalone.join : backend.session.enrol)({
      centralUrl: form.centralUrl.trim(),
      code: form.code.trim(),
      name: form.name.trim(),
    });
    if (!answer.ok) {
      const { code, minutes } = answer;
      const text =
        code === 'too_many_codes' && minutes !== undefined
          ? t('session.failure.too_many_codes_for', { count: minutes })
          : t(`session.failure.${code}`);
      return { field: FIELD_OF[code], text };
    }
    onDone?.();
    return null;
  };
  return (
    <SessionForm
      fields={FIELDS}
      fixed={fixedUrl === undefined ? {} : { centralUrl: fixedUrl }}
      initial={{ centralUrl: centralUrl ?? '', code: '', name: officerName ?? '' }}
      noteOf={(field, text) =>
        field === 'centralUrl' && isPlainHttp(text.trim()) ? t('session.plain_http') : null
      }
      check={check}
      send={send}
      submit={t('session.submit')}
      busy={t('session.busy')}
    />
  );
}
