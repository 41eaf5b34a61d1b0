import { Component, type ReactNode } from 'react'

/** Catches what nobody foresaw; `fallback` says what to do. A new `resetKey` (the address) tries again. */
export class ErrorBoundary extends Component<
  {
    children: ReactNode
    resetKey: string
    fallback: (error: Error, again: () => void) => ReactNode
  },
  { error: Error | null }
> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidUpdate(before: { resetKey: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return this.props.fallback(error, () => this.setState({ error: null }))
  }
}
