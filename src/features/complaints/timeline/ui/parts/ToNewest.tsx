import { ArrowDown } from 'lucide-react'
import { Button } from '#kit/Button.tsx'

/** Floats over the end of a log that has been scrolled away from it. */
export function ToNewest(props: { label: string; onPress: () => void; className: string }) {
  return (
    <div className={`absolute inset-x-0 flex justify-center ${props.className}`}>
      <Button
        size="small"
        icon={<ArrowDown aria-hidden size={15} />}
        className="rounded-full! shadow-lift"
        onPress={props.onPress}
      >
        {props.label}
      </Button>
    </div>
  )
}
