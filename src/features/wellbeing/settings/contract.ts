import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, instant } from '#kernel/fields.ts'

/** From how much on a break is offered, and how fast it fades. Any one of them is enough. */
export const measure = z.object({
  /** Minutes of hard talk. */
  minutes: z.int().min(1).max(480),
  insults: z.int().min(1).max(100),
  threats: z.int().min(1).max(100),
  /** After so many hours a talk weighs half. */
  halfLifeHours: z.int().min(1).max(336),
})
export type Measure = z.output<typeof measure>

/** Minutes. */
export const breakMinutes = z.int().min(1).max(120)
/** Somebody outside the company to talk to. The company looks after these: numbers and hours change. */
export const helpline = z.object({
  name: z.string().trim().min(1).max(80),
  phone: z.string().trim().min(1).max(40),
  hours: z.string().trim().max(120),
  /** The day on which somebody looked whether it is still so. */
  checkedOn: day,
})
export type Helpline = z.output<typeof helpline>

export const careSettings = z.object({
  measure,
  /** The lengths that are offered, the shortest first. */
  breaks: z.array(breakMinutes).min(1).max(3).default([5, 15, 30]),
  helplines: z.array(helpline).max(20),
})
export type CareSettings = z.output<typeof careSettings>

const shown = careSettings.extend({
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})
export type ShownCareSettings = z.output<typeof shown>

export const readCareSettings = endpoint({
  method: 'get',
  path: '/api/wellbeing/settings',
  summary: 'From when on the company offers a break, who set it, and helplines outside.',
  answer: shown,
})
export const changeCareSettings = endpoint({
  method: 'put',
  path: '/api/wellbeing/settings',
  summary: 'Change the measure and the helplines (administrators).',
  body: careSettings,
  answer: shown,
})
