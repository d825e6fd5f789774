/** The names of the fields of a Marketplace Account. */
export const accountFields = {
  name: 'Name',
  status: 'Status',
  description: 'Description',
  externalId: 'External ID',
  serviceLevel: 'Service level',
  website: 'Website',
  technicalSupportEmail: 'Support e-mail',
  addressLine1: 'Address line 1',
  addressLine2: 'Address line 2',
  postCode: 'Post code',
  city: 'City',
  state: 'Region',
  country: 'Country',
  type: 'Type',
  externalName: 'External name',
} as const;
