import {
  BaseRenderer,
  buildForm,
  getResponse,
  RendererThemeProvider,
  useRendererQueryClient,
} from '@aehrc/smart-forms-renderer'
import { QueryClientProvider } from '@tanstack/react-query'
import { exportForm, snapshotFromFhir } from 'verwijswijzer'
import { show } from './show.jsx'

window.answers = () => getResponse()

function Page() {
  return (
    <RendererThemeProvider>
      <QueryClientProvider client={useRendererQueryClient()}>
        <BaseRenderer />
      </QueryClientProvider>
    </RendererThemeProvider>
  )
}

await buildForm({ questionnaire: exportForm('fhir-questionnaire', { audience: 'full' }) })
show(<Page />, snapshotFromFhir)
