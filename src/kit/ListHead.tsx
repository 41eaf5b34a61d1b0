import { Plus } from 'lucide-react'
import { Button } from './Button.tsx'

/** Above a list of things one keeps: what they are for, and the way to one more (key n). */
export function ListHead(props: { lead: string; add: string; onAdd: () => void }) {
  return (
    <div className="flex flex-wrap items-start gap-3">
      <p className="min-w-60 flex-1 text-sm text-sub">{props.lead}</p>
      <Button kind="primary" keys="n" icon={<Plus aria-hidden size={16} />} onPress={props.onAdd}>
        {props.add}
      </Button>
    </div>
  )
}
