using System.Collections.Frozen;

namespace Parley.Resolution.Actors;

/// <summary>Gender of common given names, in the spellings of news in English.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, Gender> s_genders = Build();

    /// <summary>The gender that the name usually tells, or unknown.</summary>
    public static Gender GenderOf(string name) => s_genders.GetValueOrDefault(NameKey.Fold(name));

    private static FrozenDictionary<string, Gender> Build()
    {
        var genders = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (var (names, gender) in new[]
        {
            ("james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew " +
             "joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon " +
             "benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah " +
             "ethan jeremy walter christian keith roger terry austin sean gerald carl dave joe bill bob mike tom jim ben dan sam nick steve greg tony ted glenn " +
             "leon martin simon philip ian neil alan graham nigel colin stuart hugh oliver lewis liam luke max felix hans klaus wolfgang jens juergen jurgen karl " +
             "stefan markus fritz franz helmut olaf pierre jean jacques michel francois louis philippe laurent bernard alain nicolas emmanuel antoine thierry " +
             "giovanni giuseppe mario luigi marco antonio francesco carlos juan luis miguel pedro jorge manuel javier fernando rafael diego pablo sergio " +
             "vladimir dmitry dmitri sergey sergei mikhail nikolai ivan igor oleg boris yuri viktor victor alexei andrei konstantin yevgeny evgeny pavel anton " +
             "maxim maksim denis roman ilya kirill gennady leonid anatoly valery vasily vitaly vyacheslav vladislav ruslan timur arkady stanislav fyodor grigory " +
             "volodymyr oleksandr serhiy andriy mykhailo mykola petro ihor dmytro oleksiy yuriy viktor kyrylo pavlo taras bohdan ostap rustem valerii denys vitalii artem " +
             "mohammed muhammad mohamed mohammad mahmoud ahmed ahmad ali hassan hussein ibrahim omar khaled yusuf yousef abdullah abdul mustafa karim tariq nasser " +
             "saad saeed salem sami walid ziad bashar hamid jamal faisal fahd majed nabil rami samir osama ismail yahya khalil amir reza hossein javad abbas " +
             "mehdi masoud ebrahim hakan recep mehmet murat kemal ahmet mevlut hulusi yitzhak benjamin ehud yair avi moshe david shimon eli itamar yoav ron gideon " +
             "amos uri yossi danny naftali ariel narendra rahul rajiv amit sanjay arun imran nawaz shehbaz asif pervez     " +
             "paul joseph emmanuel john samuel olusegun kofi antonio donald janusz andrzej jaroslaw lech tomasz piotr radoslaw viktor zoltan janos lars anders " +
             "erik mikael jonas aleksandar slobodan milos ivica zoran goran dragan vaclav petr jiri tomas jan pieter willem jaap hamdan moussa oumar mamadou " +
             "arnold arthur barry bernie bradley brad brendan brent brett bruce bryan calvin carlton cecil charlie chad clarence clark clayton clifford clint clyde " +
             "cody conor corey cory craig curtis darrell darren dean derek desmond dominic duane dustin dwight earl eddie edgar edmund edwin elliot elliott elmer " +
             "ernest eugene evan floyd francis franklin fred freddie frederick gavin geoffrey gerard gilbert gordon graeme gregg harold harry harvey herbert herman " +
             "homer howard hubert hugo isaac jared jeff jerome jesse jimmy joel johnny jonah jon julian jerrold kurt lance lawrence lenny leonard leroy lester lloyd " +
             "lorenzo lou louie malcolm marshall marvin maurice maxwell melvin micah mickey milton mitch mitchell mitt mohamad morris nathaniel neal nelson newt " +
             "norman oscar otto owen perry pete preston ralph ramon randall randy reginald rex ricardo rick ricky rob robbie roberto rodney rodrigo roland ronnie " +
             "roy rudy rudolph rupert russ russell salvatore sebastian seth shaun shane sheldon solomon spencer stan stanley stewart stu sylvester theodore tim " +
             "timmy toby todd travis trevor troy vernon vince vincent wallace warren wayne wesley wilfred willie winston woodrow xavier zach ned marcus jeb enrique " +
             "alejandro alberto alfredo armando arturo eduardo ernesto esteban gustavo guillermo hector ignacio jaime julio leonardo marcelo mauricio pietro paolo " +
             "stefano matteo andreas dieter gerhard guenter heinrich horst joachim johannes manfred norbert otmar rainer ulrich werner sigmar bjorn henrik jens " +
             "kristian magnus nils sven torsten arseniy bogdan danylo yaroslav oleh vadym vadim maksym serhii sergiy ihor evgeniy gleb matvey nikita semyon artyom " +
             "eduard emil farid ilham kassym levan irakli giorgi mikheil nikol serzh tigran vahagn abdel adel amin anwar ashraf ayman aziz bilal ehab essam farouk " +
             "habib haitham ibrahima idris jaafar jalal kamal majid mansour marwan mazen mounir munir nabih naguib nouri qasem rafik rashid riad saddam salah salman " +
             "shafiq sherif talal tarek tayyip wael waleed yassin yasser youssef zaid abiy alassane blaise cyril felix jomo julius kwame muhammadu nelson nana paul " +
             "robert thabo uhuru yoweri anil ashok deepak manmohan mukesh naveen pranab rajesh rajnath rakesh sachin sunil suresh vijay vikram akira hiroshi " +
             "junichiro kenji shinzo takeshi yoshihide", Gender.Male),
            ("mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol " +
             "amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine " +
             "christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn " +
             "judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice abigail sophia fiona kate " +
             "anne jane claire susanne ursula annalena petra sabine monika ingrid marie francoise sylvie nathalie isabelle brigitte giulia federica giorgia " +
             "carmen lucia elena olga tatiana natalia natalya irina svetlana marina yelena ekaterina oksana yulia julia iryna olena nadezhda galina lyudmila " +
             "nadiya daria darya ksenia vera larisa valentina maia kaja sanna mette masha katya zhanna alyona sviatlana veronika fatima aisha leila layla mariam " +
             "maryam noor amina zainab huda hanan rania nadia samira condoleezza hillary madeleine kamala victoria adrienne antonia sonia indira tzipi golda " +
             "shireen aung graca ellen joyce amal roza dilma cristina michelle kristalina christine margaret theresa liz penny jacinda tsai karoline karine jen tulsi " +
             "avril gina nikki samantha linda susan therese joanna agnieszka beata ewa ivana tulip " +
             "adele adriana agnes aileen alexandra alexis alicia alison allison amelia angelica angelina anita annette annie audrey ava barbra becky belinda " +
             "bernadette bernice beth bethany betsy beverly bonnie brianna bridget brittany caitlin candace candice carla carly carmela carolina caroline carrie " +
             "cassandra cecilia cecile celeste chloe cindy claudia cleo colleen connie constance courtney danielle darlene debbie deborah denise diana dolores doris " +
             "dorothy edith eileen elaine eleanor elisa elisabeth eliza ella ellie elsa elsie erica erika erin estelle esther eva evangeline felicia gabriela " +
             "gabrielle gail geraldine gertrude gladys glenda gwen gwendolyn harriet hazel heidi henrietta hilda hillary hilary huma ida imogen ines ingeborg irene " +
             "iris isabel isabella ivanka jackie jacquelyn jasmine jeanette jeanne jeannie jenna jennie jenny jessica jill joann joanne jocelyn jodie johanna " +
             "josephine juanita judy juliana julianne juliet justine karin karla katelyn katharine katherina kathy katie katrina kayla kellyanne kendra kerstin " +
             "kirsten krista kristen kristin kristina kylie lana laurie leah lena lenora lillian lily linda lindsay lindsey liza lois lola loretta lori lorraine " +
             "louisa louise lucille lucinda lucy luisa lydia mabel maggie manuela marcia margarita margot marguerite marianne mariana maribel marilyn marjorie " +
             "marlene marsha mathilde maureen maxine megyn melania melanie melinda meredith mia mildred miranda miriam molly monica monique muriel myra naomi " +
             "natasha nathalie nellie nora norma olympia ophelia paige pam patricia patti patty paula pauline peggy penelope phoebe phyllis priscilla rachael ramona " +
             "raquel regina renata renee rhonda roberta robyn rosa rosalie rosalind rosemary roxanne sabrina sadie sally sheila shelby shelley sheryl sherry silvia " +
             "simone sophie stacey stella sue susana susannah suzanne sylvia tamara tammy tanya tara teri tessa thelma tiffany tina trisha trudy valerie vanessa " +
             "vicki vicky vivian wanda wendy whitney wilma yolanda yvette yvonne zoe angelique anja anke antje birgit britta claudia elke eva franziska gabriele " +
             "gisela greta heike hannelore katrin kirstin liesel maike manuela renate silke steffi susann ulrike uta veronique aurelie segolene elodie anastasia " +
             "alla anzhelika iuliia kateryna khrystyna lesya liudmyla lyubov mariya mariia mariana nataliia oleksandra polina raisa solomiia sofia svitlana tamar " +
             "tetiana valentyna viktoria viktoriya yelizaveta yevgenia zoya salome asma dalia farah fatemeh fawzia ghada hala iman jamila khadija lina maha malala " +
             "maysoon mona nada nahid nawal nour rana reem rima sabah salma sawsan sheikha shirin soraya suha tahani wafa yasmin zahra zeinab benazir hasina " +
             "jayalalithaa mamata nirmala pratibha priyanka sonia sushma sunita yingluck megawati corazon gloria imelda leni michiko yuriko", Gender.Female),
        })
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                genders.TryAdd(name, gender);
            }
        }

        return genders.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
