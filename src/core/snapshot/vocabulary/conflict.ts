import * as z from '../../zod'
import { choice, yesNo } from '../fact'

const tier = 'employer'

/** That a conflict plays and how it is handled, never what it is about (CON-01 to CON-06). */
export const conflict = z.strictObject({
  status: choice(
    {
      tier,
      answeredBy: ['case-manager', 'occupational-physician', 'employee'],
      question: {
        nl: 'Speelt er een arbeidsconflict?',
        en: 'Is there a conflict at work?',
      },
      help: {
        nl: 'Leg alleen vast dat het speelt, nooit waar het over gaat.',
        en: 'Record only that it plays, never what it is about.',
      },
      excludes: [
        { value: ['none'], fact: 'conflict.handling', in: ['intervention-period', 'mediation'], how: 'unlikely' },
      ],
    },
    {
      none: { nl: 'nee', en: 'no' },
      signal: { nl: 'er zijn signalen', en: 'there are signals' },
      established: { nl: 'ja, vastgesteld', en: 'yes, established' },
    },
  ),
  handling: choice(
    {
      tier,
      answeredBy: ['case-manager', 'occupational-physician'],
      question: { nl: 'Hoe wordt het conflict aangepakt?', en: 'How is the conflict being handled?' },
      help: { nl: 'Alleen de aanpak, niet wat er is besproken.', en: 'Only the approach, not what was discussed.' },
      askedWhen: [{ fact: 'conflict.status', in: ['established'] }],
    },
    {
      none: { nl: 'nog niet', en: 'not yet' },
      'intervention-period': { nl: 'interventieperiode', en: 'intervention period' },
      mediation: { nl: 'mediation', en: 'mediation' },
      resolved: { nl: 'opgelost', en: 'resolved' },
    },
  ),
  disputeOverAdjustments: yesNo({
    tier,
    answeredBy: ['case-manager', 'employee', 'labour-expert'],
    question: {
      nl: 'Is er verschil van mening over de inhoud of de noodzaak van werkaanpassingen?',
      en: 'Is there a dispute about the content or the need of work adjustments?',
    },
    help: {
      nl: 'Alleen dat partijen verschillen, niet hun argumenten.',
      en: 'Only that the parties differ, not their arguments.',
    },
  }),
})
