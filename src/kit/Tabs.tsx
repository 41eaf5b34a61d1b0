import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

export type TabItem<Id extends string> = {
  readonly id: Id
  readonly name: ReactNode
  readonly content: ReactNode
}

export function Tabs<Id extends string>(props: {
  label: string
  items: readonly TabItem<Id>[]
  chosen?: Id
  onChoose?: (id: Id) => void
}) {
  return (
    <AriaTabs
      {...(props.chosen === undefined ? {} : { selectedKey: props.chosen })}
      onSelectionChange={(key) => {
        const item = props.items.find(({ id }) => id === key)
        if (item) props.onChoose?.(item.id)
      }}
    >
      <TabList
        aria-label={props.label}
        className="flex gap-1 overflow-x-auto border-b border-line print:hidden"
      >
        {props.items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="tap flex cursor-pointer items-center gap-1.5 border-b-3 border-transparent px-3.5 py-2 text-sm whitespace-nowrap text-sub -outline-offset-2 hover:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-accent"
          >
            {item.name}
          </Tab>
        ))}
      </TabList>
      {props.items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="pt-4 -outline-offset-2">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
