export { CustomerForm as WriteCustomer } from './parts/CustomerForm.tsx'
