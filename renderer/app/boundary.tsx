import { Component, type ReactNode } from 'react';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import Button from '@mui/material/Button';

interface State {
  readonly failure: Failure | null;
}

/** Keeps a page's unforeseen error inside the page: the frame, the lock and the other pages go on working. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: toFailure(error) };
  }

  override render(): ReactNode {
    if (!this.state.failure) return this.props.children;
    return (
      <FailureNotice failure={this.state.failure}>
        <Button variant="outlined" onClick={() => this.setState({ failure: null })}>
          Mở lại trang này
        </Button>
      </FailureNotice>
    );
  }
}
