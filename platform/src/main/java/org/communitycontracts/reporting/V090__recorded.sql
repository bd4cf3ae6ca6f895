-- New reports in the order in which they were written down, for those who are told of them; what follows has such an index.
create index happening_reported_by_recorded on happening (council_id, recorded, report_id) where event = 'reported';
