import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { momentOf } from '../../words/format.ts';
import { useReference, useWords } from '../../words/reference.tsx';

/**
 * Who told the office of it, how they can be reached, and where it was said: closed, until the officer needs
 * it.
 */
export function ToldBy({ entry }: { readonly entry: TimelineEntry }) {
  const { t, language } = useWords();
  const { today } = useReference();
  const recorded = entry.detail?.recorded;
  if (recorded === undefined) return null;
  const { reporter, source } = recorded;
  const facts = [
    [t('intake.field.name'), reporter.name],
    [t('intake.field.phone'), reporter.phone],
    [t('intake.field.email'), reporter.email],
    [t('intake.field.author'), source.author],
    [t('intake.field.at'), source.at === '' ? '' : momentOf(source.at, today, language)],
    [t('intake.field.link'), source.link],
  ].filter(([, value]) => value !== '');
  if (facts.length === 0) return null;
  return (
    <Disclosure summary={`${t('intake.told_by')} (${t('intake.only_here')})`}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
