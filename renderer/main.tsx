import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/styles.css'
import { createApi } from './lib/api.ts'
import { createAppStore } from './lib/app-store.ts'

const api = createApi()
const appStore = createAppStore(api)
// Asked before anything is drawn, so that the answer and the first drawing do not wait for each other.
appStore.getState().started()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App api={api} appStore={appStore} />)
