import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers'
import { showWith } from './json-forms.jsx'

showWith(vanillaRenderers, vanillaCells)
