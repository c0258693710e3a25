import type { Lexicon } from './lexicon.ts';

/** English: `x*` begins with, `*x` ends with, `a_b` words in a row; all folded. */
export const english: Lexicon = {
  me: 'i my me mine myself im i`m i`d i`ve ive',
  you: 'you your yours u ur kwalipro you`ve youve',
  we: 'we our us ours',
  they: 'he she his her him they their them',
  someone:
    'someone anyone people person persons individuals customers data_subject data_subjects one`s somebody anybody consumers',
  otherperson:
    'colleague* co-worker* coworker* employee* staff candidate* applicant* participant* delegate* neighbour* friend ex-husband ex-wife ex-partner husband wife partner brother sister attendee* trainee* team_member* temp temps my_team direct_reports',
  represents:
    'on_behalf behalf son daughter child children mother father parents client* lawyer solicitor attorney guardian power_of_attorney authorised authorized deceased estate executor late_husband late_wife passed_away grandmother grandfather legal_representative represent* mandate ward',
  employer:
    'employer* manager* boss supervisor hr human_resources line_manager team_lead director occupational_health works_council company_doctor',
  authority: 'data_protection_authority authority regulator ico supervisory_authority ombudsman court ap commissioner',
  police: 'police prosecutor investigation* tax_authority inspectorate bailiff subpoena warrant detective immigration',
  want: 'want would_like i`d_like wish request demand require insist hereby ask asking asked_that need_you expect like_you like_to wanna rather',
  please:
    'please pls plz kindly could_you can_you would_you can_i could_i may_i might_i will_you appreciate grateful let_me',
  must: 'must have_to obliged required shall should',
  neg: 'not no never none nothing don`t dont doesn`t doesnt isn`t cannot can`t without didn`t neither nor won`t shouldn`t aren`t wasn`t',
  nomore: 'no_longer any_more anymore any_longer no_more not_again never_again no_further stop_all',
  cond: 'if should_you in_case when unless once provided_that whenever were_to assuming suppose',
  whether: 'whether',
  past: 'had was were did last asked requested sent earlier previously used_to yesterday ago received wrote back_then before',
  already: 'already meanwhile since',
  settled:
    'resolved sorted_out settled thanks_for thank_you_for all_good received_it got_it confirmed completed has_been_deleted have_been_deleted was_deleted done taken_care handled all_sorted much_appreciated closed_the_case arrived_safely as_promised',
  unneeded:
    'no_need not_needed don`t_need_to not_necessary needn`t never_mind nevermind disregard ignore_my withdraw_my_request forget_it leave_it keep_it no_request not_a_request not_asking don`t_worry no_worries don`t_have_to happy_for_you fine_to_keep not_requesting',
  reported:
    'said says told mentioned wrote according_to read heard article_about news podcast book story example case_study novel blog webinar role-play play_about essay fictional',
  general:
    'companies organisations organizations businesses in_general general the_law legally theory thesis study research assignment school student students curious hypothetical* employers required_by_law entitled_to_know a_company an_employer textbook dissertation university',
  advice:
    'advice advise advising consultan* adviser we_help we_offer we_provide audit* complian* implementation template sample_letter checklist review_our support_you toolkit specialists best_practice* how_should_we',
  offering:
    'discount offer_you free_trial demo partnership solution software our_services special_offer promotion sponsored we_are_a price_list leading_provider',
  thanks: 'thanks thank thx cheers great perfect fine lovely brilliant',
  who: 'who whom which_companies which_parties which_organisations with_whom to_whom whose',
  what: 'what which whatever',
  where: 'where from_where',
  how: 'how why what_for for_what',
  howlong: 'how_long retention until_when storage_period retention_period*',
  temporary:
    'temporarily until for_now for_the_time_being meanwhile pending while hold_off in_the_meantime as_long_as till for_the_moment',
  now: 'now immediately asap right_away straight_away today at_once within_one_month within_a_month urgently forthwith',
  again: 'again once_more resend re-send lost another_copy mislaid',
  stillwaiting:
    'still_not still_waiting no_answer no_reply no_response haven`t_heard not_heard never_replied reminder weeks_ago months_ago month_ago unanswered ignored have_not_received heard_nothing chasing overdue never_answered still_haven`t',
  data: 'data information info details personal_data personal_information record records dat datas particulars personel_data stuff_about info_on',
  all: 'all everything anything entire whole complete full every whatever_you each_and_every lot',
  file: 'file files dossier document documents folder paperwork',
  report: 'report reports coaching_report assessment assessments summary intake write-up appraisal',
  scan: 'scan scans scan_results test tests results result score scores questionnaire* answers personality_scan disc heyjij taylor personality_test outcome survey_answers',
  profile: 'profile profiles profiling profiled',
  certificate: 'certificate certificates diploma proof_of_attendance certificate_of_attendance',
  notes:
    'notes evaluation evaluations feedback_form comments correspondence emails_about session_notes logs scribbles statement',
  name: 'name surname initials maiden_name last_name first_name misspel* misspelt spelling pronoun*',
  contact:
    'email_address e-mail_address phone_number telephone_number mobile_number address postcode zip contact_details number mobile phone home_address street',
  birth: 'birth date_of_birth birthday gender age nationality job_title title marital_status',
  photo:
    'photo photos picture pictures video videos image images recording recordings footage testimonial group_photo headshot filmed',
  account: 'account accounts login profile_page portal',
  system:
    'system systems database databases records computer servers server backup backups cloud crm address_book books files register',
  list: 'list lists mailing_list attendance_list participant_list whatsapp group_chat contact_list call_list',
  newsletter:
    'newsletter newsletters mailing_list mailings bulletin digest newletter weekly_update monthly_update subscri*',
  ads: 'marketing advert* ads promo* commercial sales offers spam spamming junk solicitation* direct_marketing brochure* unsolicited sales_pitch pitch telemarketing cold_call*',
  mails:
    'mail mails emails email e-mails messages contacting contact contacted emailing texts texting bombard* approached sending_me hear_from_you post bother*',
  call: 'call calls calling phone_calls called phoning ring ringing',
  invoice:
    'invoice* bill billing payment* pay paid amount fee fees costs cost price* vat purchase_order po direct_debit refund* charge charges reminder_fee',
  quote:
    'quote quotation offer proposal order contract agreement tender terms subscription_fee subscription licence license',
  planning:
    'booking* registration register enrol* appointment* schedule planning calendar seat slot date session* tuesday monday wednesday thursday friday cancel* reschedul* postpone waiting_list agenda attendance invite invitation meeting spot place_on spots place group_list group reservation',
  course: 'course* training workshop* programme program module* coaching trajectory class classes cohort masterclass',
  material:
    'course_material* material* handout* slides presentation workbook reader minutes attachment deck syllabus chapter page agenda_item draft paragraph template_document',
  elearning:
    'e-learning elearning learning_environment log_in password passcode wifi link access_to_the parking badge learning_portal access_code logging',
  venue: 'venue location lunch room parking_lot hotel directions wheelchair catering dietary allerg* building',
  orgs: 'our_company our_organisation ltd bv limited plc supplier customer procurement company_name head_office registered_office our_firm our_clients our_business vendor invoicing_address',
  processor:
    'processing_agreement* processing_agreements dpa processor sub-processor* subprocessor* data_processing_addendum nda addendum sccs',
  policy:
    'privacy_policy privacy_statement privacy_notice cookie_policy policy terms_of_service terms_and_conditions updated_privacy',
  law: 'gdpr gpdr uk-gdpr ccpa data_protection_act data_protection dpa_2018 regulation statutory privacy_law statute',
  right: 'right rights entitled dsar sar subject_access under_article pursuant request exercise invoke dsr',
  privacy: 'privacy confidential confidentiality private',
  dpo: 'data_protection_officer dpo responsible_for privacy_officer data_controller controller',
  cookie: 'cookie* tracking analytics tracker* pixel ip_address',
  see: 'see view access acess look read inspect have_a_look disclose disclosure insight peek',
  know: 'know hold holding store stored recorded keep_about have_on have_about held written_down on_file about_me on_me tell_me find_out registered got_on concerning_me relating_to_me regarding_me listed kept_on',
  have: 'have hold holds got possess keep keeps stored has',
  copy: 'copy copies printout overview duplicate transcript extract print-out',
  send: 'send sent give provide forward supply get receive obtain hand_over email_me mail_me share_with_me pass_me release furnish',
  requestact: 'request apply asking_for ask_for requesting',
  source:
    'where_did_you how_did_you get_my got_my obtain_my how_come_you where_do_you_get who_gave bought purchased source how_do_you_have how_you_got where_you_got came_by',
  fix: 'correct correction* corect rectif* amend* change* changed fix update* updated edit adjust* alter* put_right replace* set_straight should_read should_be should_say instead_of revise* amended modif*',
  wrong:
    'wrong incorrect inaccurate false error errors mistake* misspelled misspelt outdated out_of_date out-of-date untrue isn`t_right not_right incomplete old not_true typo inaccurac* never_said obsolete mixed_up missing not_correct',
  add: 'add added append include supplement attach_my complete_it complete_my',
  moved:
    'moved new_address new_email new_number new_phone married divorced changed_my my_new now_live no_longer_live new_name changed_name new_surname address_change goes_by now_called maiden moving_house',
  delete:
    'delete* delet deleted deletion erase* erasing erased erasure remove* removal wipe* wiped purge* destroy* destruction shred* get_rid scrub* bin_my take_my take_me out_of_your trash expunge* gone disposed dispose cleared clear_out rid take_down dump deleting anonymis* anonymiz* disappear vanish',
  forget: 'forgotten forget forget_me never_existed be_forgotten',
  close: 'close closing closed terminate cancel_my deactivate shut',
  lock: 'restrict* restriction restrikt freeze froze frozen block blocked lock locked suspend* suspension pause* hold ring-fence* ringfence* quarantine set_aside on_hold on_ice park_my hands_off do_not_touch don`t_touch leave_untouched',
  keep: 'keep retain preserve evidence litigation court_case lawsuit tribunal do_not_delete don`t_delete not_delete not_destroy hang_on_to legal_claim don`t_throw kept',
  use: 'use used using process processing processed analyse* analyze* analysis analysing usage exploit utilise*',
  share:
    'share* sharing shared passed_on pass_on disclose* disclosed third_parties sold sell selling circulate* published publish handed_to forwarded leaked_to transferred_to given_to gave_to passed_to distribut* ended_up',
  transfer:
    'transfer* portability portable portibility port take_with hand_over move_my move_to switching switch pass_my take_my_data migrate transmit carry_over',
  otherparty:
    'new_coach another_provider another_company new_provider another_agency new_employer another_coach other_provider another_training competitor new_trainer another_organisation therapist new_agency',
  format:
    'csv json xml excel machine-readable machine_readable structured export* download downloadable format spreadsheet xlsx reusable import electronic commonly_used',
  object:
    'object objection* objekt oppose against disagree protest not_agree don`t_agree do_not_want don`t_want not_okay not_ok uncomfortable not_happy_with rather_not refuse_to_have mind_that not_comfortable',
  stop: 'stop stopped cease desist halt quit enough discontinue leave_me_alone knock_it_off give_it_a_rest fed_up',
  unsub:
    'unsubscribe* unsubcribe unsubscrib* opt_out opt-out opting_out take_me_off off_your sign_me_off remove_me_from off_the_list off_this sign_off off_the_mailing',
  consent:
    'consent* permission agreed agree authorisation approval authorised_you ticked allow allowed signed_the okayed said_yes green_light opt-in opted_in release_form',
  withdraw:
    'withdraw* withdrawl revoke* revoking take_back retract* changed_my_mind changed_mind cancel_the_consent rescind second_thoughts no_longer_agree no_longer_consent',
  complain:
    'complain* complaint* complant unacceptable outrageous disgrace* shocked upset angry appalled unhappy dissatisfied disappointed furious disturbed astonished careless sloppy not_happy not_on how_is_it_possible how_can_it strange surprised worrying concerned creepy',
  breach:
    'breach* leak* leaked hacked wrong_person wrong_address wrong_recipient cc cc`d violat* infringe* unlawful illegal exposed stolen unsecured on_the_street misuse* everyone_could lying_around compromised in_the_open visible_to phishing',
  liable: 'liable damages compensation legal_action sue report_you report_this lodge file_a_complaint lawyers escalate',
  refuse: 'refus* reject* denied denial declined',
  automated:
    'automated automatted automatic* algorithm* computer ai a.i robot machine bot software_decided machine-made model scoring_system',
  decide:
    'decide* decided decides decision* decison assess* judged judge rejected score determined evaluated selected select selection ranked shortlist* screened',
  human:
    'human humans person real_person someone_real living human_being manual manually actual_person look_again review_it reconsider* reassess* flesh_and_blood human_eyes',
  logic: 'logic reasoning explain explanation how_did_the how_does_the criteria weigh* behind_the',
  recipient:
    'recipient* third_parties parties suppliers partners heyjij taylor_protocols accountant bookkeeper hosting backup_provider',
  inform: 'inform* notify notified tell told let_them_know pass_it_on let_know informed make_sure',
  secure:
    'safe secure* security encrypt* outside_the_eu outside_europe servers hosted us_servers stored_in where_is_your datacenter data_centre',
  basis: 'legal_basis lawful_basis legitimate_interest* purpose* grounds what_purpose',
  need: 'need_from_me need_from needed need_to_register do_you_need',
  attached: 'attached enclosed attachment find_attached',
  ill: 'ill sick flu unwell',
  trainerwork: 'trainer trainers coach instructor facilitator',
  marketingstop:
    'stop_sending stop_emailing stop_mailing stop_calling do_not_contact don`t_contact stop_contacting no_more_emails no_more_newsletters stop_spamming',
};
