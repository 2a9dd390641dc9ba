import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/reference.tsx';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

type Props = {
  readonly children: ReactNode;
  /** What it shows: another complaint or view is tried afresh. */
  readonly of: string;
};

/** Keeps the rest of the window alive when one part of it breaks. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.broken && before.of !== this.props.of) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onAgain={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <EmptyState icon={TriangleAlert} title={t('broken.title')} text={t('broken.text')}>
        <Button onPress={onAgain}>{t('broken.again')}</Button>
        <Button variant="quiet" onPress={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </EmptyState>
    </div>
  );
}
