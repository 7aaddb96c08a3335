import { exportForm, snapshotFromFhir } from 'verwijswijzer'
import { show } from './show.jsx'

const release = new URLSearchParams(location.search).get('release') ?? 'R4'
const format = release === 'R5' ? 'fhir-questionnaire-r5' : 'fhir-questionnaire'
const form = document.getElementById('form')
const { Util } = window.LForms
window.answers = () => Util.getFormFHIRData('QuestionnaireResponse', release, form)

show(undefined, snapshotFromFhir)
await Util.addFormToPage(exportForm(format, { audience: 'full' }), form, { fhirVersion: release })
