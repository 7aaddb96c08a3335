import { materialCells, materialRenderers } from '@jsonforms/material-renderers'
import { showWith } from './json-forms.jsx'

showWith(materialRenderers, materialCells)
