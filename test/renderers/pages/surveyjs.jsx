import { Model } from 'survey-core'
import 'survey-core/i18n/dutch'
import { Survey } from 'survey-react-ui'
import { exportForm, snapshotFromSurvey } from 'verwijswijzer'
import { show } from './show.jsx'

const survey = new Model(exportForm('surveyjs', { audience: 'full' }))
survey.questionsOnPageMode = 'singlePage'
window.answers = () => survey.data

show(<Survey model={survey} />, snapshotFromSurvey)
