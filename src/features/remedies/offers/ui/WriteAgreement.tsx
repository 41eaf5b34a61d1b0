export { AgreementForm as WriteAgreement } from './parts/AgreementForm.tsx'
