export { WriteCustomer } from './parts/WriteCustomer.tsx'
