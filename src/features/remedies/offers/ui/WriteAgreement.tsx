export { AgreementForm as default } from './parts/AgreementForm.tsx'
