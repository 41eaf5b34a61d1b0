import { LadderSteps, type LadderStepsProps } from './parts/LadderSteps.tsx'

/** Beside the guide, while talking. */
export default function LadderStrip(props: LadderStepsProps) {
  return <LadderSteps {...props} />
}
