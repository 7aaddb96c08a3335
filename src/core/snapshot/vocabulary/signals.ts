import * as z from '../../zod'
import { yesNo } from '../fact'

const tier = 'employer'
const answeredBy = ['case-manager', 'employee'] as const

/** Early signals while the employee is at work (preventieve-ad-2026 ch. 4 and 5). */
export const signals = z.strictObject({
  demandsExceedCapacity: yesNo({
    tier,
    // What the employee is able to do is not for the employer to ask after (PR-05).
    answeredBy: ['employee', 'labour-expert'],
    question: {
      nl: 'Vraagt het werk meer dan de werknemer naar eigen zeggen aankan?',
      en: 'Does the work ask more than the employee says to be able to give?',
    },
    help: {
      nl: 'Wat de werknemer daar zelf over vertelt. Vraag niet door naar klachten of behandeling.',
      en: 'What the employee tells about it. Do not ask on about complaints or treatment.',
    },
  }),
  tasksDropped: yesNo({
    tier,
    answeredBy,
    question: {
      nl: 'Zijn er taken afgestoten zonder dat dit is besproken?',
      en: 'Have tasks been dropped without this being discussed?',
    },
    help: {
      nl: 'Voorbeeld: collega’s nemen stilzwijgend het zware of drukke deel over (bron: preventieve-ad-2026 4.9). Taken die in overleg zijn overgedragen, tellen niet.',
      en: 'Example: colleagues silently take over the heavy or busy part (source: preventieve-ad-2026 4.9). Tasks handed over in consultation do not count.',
    },
  }),
  managerConcern: yesNo({
    tier,
    answeredBy: ['case-manager'],
    question: { nl: 'Maakt de leidinggevende zich zorgen?', en: 'Is the manager concerned?' },
    help: {
      nl: 'Over hoe het werk gaat of of het vol te houden is (bron: preventieve-ad-2026 4.6). Alleen dat het zo is; schrijf geen klachten of oorzaken op.',
      en: 'About how the work goes or whether it can be kept up (source: preventieve-ad-2026 4.6). Only that it is so; write down no complaints or causes.',
    },
  }),
  employeeAsks: yesNo({
    tier,
    answeredBy,
    question: { nl: 'Vraagt de werknemer zelf om advies?', en: 'Does the employee ask for advice?' },
    help: {
      nl: 'Over het eigen werk, aanpassingen of ander werk (bron: preventieve-ad-2026 4.12). Een losse vraag in een gesprek telt ook.',
      en: 'About the own work, adjustments or other work (source: preventieve-ad-2026 4.12). A question in passing counts too.',
    },
  }),
  reducedPerformance: yesNo({
    tier,
    answeredBy: ['case-manager'],
    question: {
      nl: 'Gaat het werk langzamer of minder goed dan voorheen?',
      en: 'Is the work slower or less good than before?',
    },
    help: {
      nl: 'Vergeleken met een half jaar geleden, in hetzelfde werk. Voorbeeld: vaker fouten, werk dat blijft liggen. De vergelijking is onze keuze.',
      en: 'Compared with half a year ago, in the same work. Example: more mistakes, work that is left undone. The comparison is our own choice.',
    },
  }),
  strainObserved: yesNo({
    tier,
    answeredBy: ['case-manager', 'employee', 'labour-expert'],
    question: {
      nl: 'Heeft een leidinggevende, collega of deskundige een belastende manier van werken gezien?',
      en: 'Has a manager, a colleague or a professional seen a straining way of working?',
    },
    help: {
      nl: 'Voorbeeld: tillen zonder hulpmiddel, lang in een scheve houding, pauzes overslaan (bron: preventieve-ad-2026, voorbeelden 2 en 4). Hoe het werk wordt gedaan, niet hoe het met de werknemer gaat.',
      en: 'Example: lifting without an aid, long in a crooked posture, skipping breaks (source: preventieve-ad-2026, examples 2 and 4). How the work is done, not how the employee is doing.',
    },
  }),
})
