import type { Lexicon } from './lexicon.ts';

/** More English words for the concepts of `en.ts`, and the concepts that `more-nl.ts` adds; written by class of meaning. */
export const moreEnglish: Lexicon = {
  see: 'see view viewing look_at look_through read_through inspect* inspection peek sight_of set_eyes browse go_through consult show_me be_shown shown access_to_my read_what have_a_look take_a_look glance disclose* disclosure listen_back watch_back',
  have: 'hold holds held holding keep_on keep_about possess* possession retain* store stores stored storing kept on_file on_record on_your_books have_on have_about got_on got_about collected collect collects gathered gather compiled sitting_on in_your_possession in_your_files lying_around maintain*',
  know: 'know recorded logged written_down jotted documented noted registered entered on_me about_me concerning_me relating_to_me filed_under archived',
  copy: 'copies photocop* duplicate printout print-out printed_copy transcript transcripts extract excerpt overview inventory breakdown rundown itemised list_of_everything scan_of_my hard_copy',
  send: 'send sends forward forwarding provide provides supply hand_over pass_me pass_on let_me_have email_me mail_me post_me deliver get_hold give_me share_with_me returned_to_me obtain receive have_back get_back send_over furnish transmit dispatch',
  fix: 'correct corrected correcting correction* amend* amended rectif* put_right set_right set_straight put_straight fix fixed update updated updating change changed changing modify modif* edit edited alter altered adjust* revise* replace replaced substitut* straighten_out bring_up_to_date overwrite swap',
  wrong:
    'wrong wrongly incorrect* inaccurate inaccurac* mistake* mistaken error errors erroneous* false untrue outdated out_of_date old_address old_number old_name stale obsolete incomplete misspell* misspelled misspelt typo typos mixed_up mix-up confused_with swapped never_said never_happened not_true isn`t_true isn`t_right not_right not_correct not_accurate misleading one-sided unfair missing omits omitted left_out half_the_story mislabelled misrepresent* invented nonsense belongs_to_someone',
  add: 'add added adding append* attach_my include_my supplement* insert* annotat* note_alongside my_side my_version my_statement my_response complete_the on_the_record place_on_file alongside',
  moved:
    'moved moving_house new_address new_number new_phone new_mobile new_email new_surname new_name married marriage divorce* changed_my_name change_of_name change_of_address name_change transition* go_by now_called now_known_as known_as no_longer_live now_live living_at relocat* new_employer new_job_title changed_jobs use_this_address use_my_new different_address different_number previous_address former_address widowed',
  delete:
    'delete deletes deleted deleting deletion erase* erased erasing erasure remove* removed removing removal wipe wiped wiping destroy* destroyed destruction shred* shredded bin_it bin_them binned purge* purged scrub* scrubbed get_rid rid_of throw_away thrown_away throw_out dispose* disposal clear_out cleared_out clear_my clean_up cleaned_up cleanse take_down taken_down take_off taken_off take_me_out strike_me struck_off expunge* obliterat* eliminat* discard* trash trashed gone_from disappear* vanish* no_trace cross_out crossed_out tear_up burn anonymis* anonymiz* unlink* close_my_account drop_me',
  forget: 'forget_me forgotten be_forgotten right_to_be_forgotten never_existed never_been forget_i forget_about_me',
  close: 'close_my cancel_my_account shut_down_my deactivat* terminate_my close_down',
  lock: 'freeze* frozen freezing lock locked locking block blocked blocking restrict* restricted restriction* suspend* suspended pause paused pausing on_hold put_on_hold hold_off set_aside put_aside hands_off leave_alone leave_it_alone don`t_touch do_not_touch untouched ring-fence* ringfence* quarantine* park parked limbo mothball* ice seal* sealed out_of_use not_use_it stop_using halt_processing limit_the',
  keep: 'keep keeps hang_on hold_on_to hold_onto retain preserve* preserved don`t_delete do_not_delete not_delete don`t_throw not_be_deleted leave_in_place leave_it_there stay_where',
  use: 'use uses used using process processed processing utilis* exploit* analyse* analyz* analysis purposes feed_into fed_into drawn_on combine* combining match_against benchmark* statistics_on',
  share:
    'share shares shared sharing pass_to passed_on passing_on passed_to given_to hand_to handed_to disclosed_to sold selling sell_on circulated circulate* publish* published publication made_public broadcast distribute* spread exchang* shown_to told_my reveal* leaked_to let_slip',
  transfer:
    'transfer* transferred port porting portable portability move_my moved_to move_to migrate* export exported exporting take_with_me take_it_with switch_to switching hand_across directly_to straight_to over_to pass_across',
  otherparty:
    'new_coach another_coach new_provider another_provider other_provider new_trainer new_company another_company new_agency other_agency competitor new_counsellor therapist psychologist new_employer successor career_coach different_provider',
  format:
    'csv xml json excel spreadsheet machine-readable machine_readable readable_format file_format structured commonly_used download* downloadable electronic* import importable importing zip usb digital_format open_format table_i',
  object:
    'object objects objected objecting objection* oppose* opposed protest* against_the_use against_your_use against_you_using disagree* disagreement not_agree don`t_agree don`t_want do_not_want would_not_like wouldn`t_like rather_not rather_you prefer_not not_comfortable uncomfortable not_okay_with not_ok_with not_keen unwilling refuse_to_be opt_out opting_out opt-out count_me_out leave_me_out keep_me_out exclude_me no_interest not_interested mind_that mind_being not_happy_with_you',
  stop: 'stop stops stopped stopping cease* quit halt halted end_this put_an_end desist refrain* discontinu* knock_it_off enough leave_me_be leave_me_alone leave_off call_off no_more',
  unsub:
    'unsubscrib* unsubscription opt_out opt-out sign_me_off take_me_off remove_me_from off_your_list off_the_list off_your_mailing off_this_list strike_me_off delist* cancel_my_subscription stop_the_newsletter drop_me_from cross_me_off',
  consent:
    'consent* permission* agreed_to agreement_to authoris* authoriz* signed_off okayed okay_to_use green_light ticked ticked_the_box box_i_ticked opted_in opt-in waiver release_form gave_my_ok my_yes said_yes blessing approval_for signed_the_form i_signed',
  withdraw:
    'withdraw* withdrew revoke* revoked retract* retracted take_back taking_back take_that_back pull_my pulled_my rescind* changed_my_mind change_my_mind second_thoughts reconsidered regret no_longer_agree no_longer_consent no_longer_happy no_longer_want undo cancel_my_consent cancel_my_permission null_and_void go_back_on back_out backing_out',
  complain:
    'complain* complaint* grievance unacceptable outrageous disgrace* disgust* appalled appalling shocked shocking upset upsetting angry furious livid fuming disappointed disappointing dismayed horrified alarmed worried worrying concerned concern concerning unhappy dissatisfied annoyed irritated embarrass* humiliat* mortified careless* sloppy negligent negligence irresponsible unprofessional how_dare how_come how_on_earth beggars_belief not_good_enough not_acceptable poor_handling taken_aback surprised astonished bothers_me uneasy violated betrayed',
  breach:
    'breach* leak* leaked hack* hacked stolen theft lost_laptop lost_usb wrong_hands wrong_person wrong_recipient wrong_inbox wrong_address_book unsecured unencrypted unprotected exposed exposure left_on left_lying left_open lying_on for_all_to_see for_everyone_to everyone_could anyone_could could_see could_read could_hear in_cc cc cced bcc visible_to in_plain_view overheard read_aloud read_out not_meant_for not_mine someone_else`s somebody_else`s other_people`s phishing scam* ransomware in_the_bin in_the_recycling compromised unauthoris* unauthoriz* misused mishandled',
  liable:
    'liable liability damages compensat* sue suing lawsuit legal_action report_you report_this lodge formal_complaint take_this_further escalat* take_it_up take_it_to',
  refuse: 'refus* denied deny turned_down brushed_off fobbed_off rebuffed ignor* stonewall* declin* rejected',
  automated:
    'automated automatic* automation algorithm* computer computer-generated software machine machines robot bot ai a.i artificial_intelligence model scoring system_decided tool_decided chatbot formula cut-off cutoff threshold generated_by spat_out without_anyone no_human',
  decide:
    'decide* deciding decision* reject* rejected rejection turned_down not_selected selected selection shortlist* screened_out filtered_out weeded_out assessed assess* evaluat* judged judge graded ranked ranking scored scoring placed_in assigned_to allocat* admitted admission excluded disqualified failed_me passed_over verdict outcome_of determin* unsuitable suitability',
  human:
    'human humans human_being person_to real_person actual_person someone_real somebody_real a_person flesh_and_blood manually manual_review reconsider* reassess* review_my second_look look_again human_eyes pair_of_eyes someone_to_look somebody_to_look someone_look somebody_look re-examine',
  logic:
    'logic reasoning reasons_behind explain explained explanation how_it_works how_did_it how_was_it criteria criterion weighting weighed factors rationale grounds_for account_for',
  recipient:
    'recipient* third_party third_parties outside_parties outside_companies suppliers subcontractor* partners_you publisher test_publisher accountant bookkeeper hosting_company external_parties passed_to who_else anyone_else',
  inform:
    'inform* notify notified notification tell_them told_them let_them_know pass_it_on pass_the_word let_everyone_know make_aware',
  secure:
    'secure* security safe safely safeguard* encrypt* protected data_centre datacenter hosted hosting outside_the_eu outside_europe america servers who_can_access who_has_access access_rights password-protected',
  basis:
    'legal_basis lawful_basis legitimate_interest* lawful* why_do_you_need why_do_you_ask purpose* for_what what_for on_what_grounds necessity necessary',
  howlong:
    'how_long how_many_years retention* until_when storage_period kept_for seven_years when_will_you_delete when_do_you_delete when_does_it',
  source:
    'where_did_you_get how_did_you_get how_did_you_find how_do_you_know where_from origin* came_from come_by who_gave how_come_you who_told tipped_off bought_from data_broker* mailing_house scraped',
  newsletter:
    'e-news ezine e-zine news_updates monthly_email monthly_mail weekly_email weekly_mail updates_from inspiration_mail mailshot* circular* bulletin* blog_mail tips_by_email christmas_card* magazine',
  ads: 'advertis* marketing_emails sales_emails sales_mail sales_call* promotional promotions promo offers_from cold_call* cold-call* campaign* targeting retargeting targeted prospect* leads lead_list funnel sales_team flyers leaflets',
  mails:
    'emails mailings mail messages message texts text_messages text_me whatsapp_me inbox mailbox contact_me contacting_me write_to_me writing_to_me bombard* flood*',
  call: 'call calls called calling phone_me phoned phoning ring_me rang ringing voicemail phone_calls',
  profile:
    'profiling profiled profile profiles personality_type pigeonhol* categoris* categoriz* labelled labelling boxed segment* predict* colour_profile predictive',
  account: 'accounts my_login username user_account learner_account my_page registration online_account member_area',
  photo:
    'photograph* snapshot* portrait* headshot* group_shot clip clips footage reel video_of audio voice_recording recorded_session zoom_recording testimonial* my_quote review_i my_story case_story endorsement picture_of_me image_of_me selfie',
  notes:
    'scribble* jottings notebook notepad memo memos minutes_of_our margin_notes call_notes contact_history email_history feedback_forms reflections journal observations remarks impressions write-ups',
  report:
    'reports write-up writeup assessment_report test_report evaluation_report final_report interim_report development_plan progress_report findings conclusions observations feedback_report appraisal*',
  scan: 'aptitude_test iq_test career_test personality_profile colour_test motivation_test competency_scan talent_scan 360 360-degree self-assessment questionnaires filled-in filled_in baseline score_sheet test_outcome test_results',
  system:
    'client_system crm_system contact_database filing_cabinet cabinet drawer shared_drive hard_drive hard_disk network_drive onedrive sharepoint dropbox google_drive phone_book contacts archive archives archived records_system learner_system',
  list: 'address_list contact_list name_list attendance_sheet sign-in_sheet register_of birthday_list distribution_list phone_list ranking_list guest_list invitation_list christmas_card_list',
  law: 'gdpr uk_gdpr dpa_2018 data_protection_act privacy_law data_protection_law article_15 article_17 article_21 statutory one_month thirty_days 30_days calendar_month',
  right: 'right_to my_rights rights_under right_of entitled_to data_subject_request subject_access dsar sar',
  who: 'who_has who_can who_else who_got who_received who_saw which_people which_staff which_trainers which_suppliers',
  nomore: 'never_again not_any_longer no_longer not_ever no_more_of not_another for_good once_and_for_all ever_again',
  temporary:
    'temporar* for_now until_then until_this until_it until_we until_you until_the until_i pending pending_the for_the_moment in_the_interim in_the_meantime while_this while_you while_we while_i whilst as_long_as for_a_while',
  settled:
    'all_sorted sorted_now already_done already_received already_got already_fixed already_deleted case_closed matter_closed consider_it_closed consider_this_closed found_it_now turned_up found_the thanks_for_sorting thanks_for_the_quick thank_you_for_sorting dealt_with taken_care_of put_to_bed wrapped_up all_done is_resolved been_resolved',
  unneeded:
    'no_need no_action no_action_needed nothing_to_do nothing_for_you ignore_my ignore_that ignore_what disregard scrap_that scratch_that forget_what forget_my_last as_if_i_never withdraw_my_request cancel_my_request drop_my_request don`t_bother doesn`t_matter not_needed_anymore not_needed_any no_objection no_objections no_problem_with happy_for you_may_keep you_can_keep feel_free_to_keep fine_by_me fine_with_me leave_everything leave_it_as leave_as_is as_it_is not_a_formal no_complaint not_complaining not_asking_you not_asking_for unchanged nothing_to_change',
  reported:
    'customer_asked client_asked client_wants customer_wants someone_asked somebody_asked a_client_of one_of_our_clients one_of_our_customers patient tenant pupil parent_asked we_received_a we_got_a received_a_request neighbour_said apparently headline television tv radio documentary podcast column interview_with ruling judgment_in case_law newspaper magazine_article',
  general:
    'theoretically hypothetically in_theory debate discussion textbook lecture seminar_on exam_question coursework dissertation paper_on survey professor lecturer university college student students internship definition what_does_it_mean what_is_the_difference as_a_rule usually sole_trader freelancer association charity church club trade_association sports_club',
  joke: 'haha hahaha joke joking kidding lol wink humour ironic* banter pun just_teasing teasing tongue-in-cheek',
  exercise:
    'role-play roleplay role-plays role_play exercise exercises practice_case case_study case_studies practice_question actor script scenario simulation quiz fictional fictitious made-up made_up sample_question example_sentence dialogue sketch character novel story_about chapter_3 assignment worksheet',
  elsewhere:
    'doctor gp dentist hospital* surgery_practice insurer* insurance bank banks mortgage* solicitor`s estate_agent* landlord* letting_agent* housing_association webshop online_shop amazon ebay linkedin facebook instagram google whatsapp tiktok netflix gym library town_hall council dvla passport_office hmrc nhs recruitment_agency recruiter* union pension_fund pharmacy energy_supplier garage travel_agent* airline airport nursery primary_school secondary_school dating_site dating_app post_office dhl ups care_home physiotherapist* psychiatrist clinic optician supermarket railway utility phone_provider broadband',
  theirsystem:
    'our_system our_database our_crm our_records our_website our_server our_app our_software our_intranet our_newsletter our_privacy our_department our_team our_archive our_pupils our_patients our_tenants our_members our_residents our_guests our_customers our_clients our_users our_staff our_side our_end our_employees our_managers',
  tech: 'laptop laptops printer projector beamer screen keyboard mouse cable hdmi software_update release release_notes bug bugs ticket tickets api code repository script query table column columns field fields test_environment staging production backend plugin wordpress domain_name ssl dns sync import_job sql developer* sysadmin it_department helpdesk licence license licences office_365 formula endpoint feature features dashboard',
  health:
    'ill illness sick_leave burn-out burnout operation surgery knee pregnan* maternity recovery diagnosis medication allergy therapy treatment depression overworked absence disability blind deaf wheelchair',
  logistics:
    'lunch sandwiches soup coffee tea cake drinks buffet dinner vegetarian gluten-free hotel_room room rooms overnight parking car_park train station bus taxi directions entrance reception key keys hall chairs tables flip-chart flipchart whiteboard markers painter cleaning cleaner plants heating air-con airco lift building',
  hiring:
    'vacancy vacancies apply applied application applications job_interview cv resume cover_letter recruitment headhunter* job_description salary contract_of_employment probation terms_of_employment secondment temping freelance day_rate',
  exposure:
    'canteen noticeboard notice_board wall screen photocopier printer_tray coffee_machine front_desk whole_group whole_team entire_team whole_department everyone_in all_participants all_recipients all_colleagues in_front_of on_facebook on_linkedin on_instagram on_youtube on_the_internet on_google googled google_my search_engine* search_results findable online homepage front_page brochure_cover',
  approval:
    'agreed fine_by fine_with i_agree go_ahead of_course happy_to happy_with no_objection to_use_it excellent ok okay with_pleasure proud_of glad_to',
  askback:
    'is_that_right is_that_correct do_you_know do_you_have do_you_still have_you_got is_there_any are_there_any is_there_still does_it_exist can_that is_it_possible how_does_that how_does_it what_happens what_do_you_do what_will_you why_do_you why_does_it why_is_my',
  firstname:
    'john james peter paul mark david michael chris christopher andrew andy steve stephen robert bob richard simon martin tom thomas tim george harry jack oliver sam ben dan daniel matt matthew nick kevin brian gary ian alan neil graham keith stuart tony anthony patrick sean liam connor emma olivia sophie jane mary sarah laura anna anne kate katie catherine helen susan sue karen linda lisa julie jackie rachel rebecca becky hannah charlotte lucy amy claire nicola joanne jo emily grace ruth alice harriet fiona moira priya',
  month:
    'january february march april may june july august september october november december spring summer autumn winter christmas easter',
  weekday:
    'monday tuesday wednesday thursday friday saturday sunday weekend tomorrow tonight morning afternoon evening',
  pastevent:
    'back_then years_ago long_ago some_time_ago a_while_ago last_year last_month last_spring last_autumn in_the_past once_attended attended i_did_a i_took_a i_followed took_part former_participant former_client ex-participant ex-client used_to_be_a at_the_time',
  bythe_way:
    'by_the_way btw oh_and p.s ps one_more_thing another_thing something_else also while_i`m_at while_i_am besides in_addition finally and_then separately on_another_note unrelated',
};
