namespace Parley.Casualties.Linkage;

/// <summary>
/// How much it tells that two forms lie one edit apart. A form that hardly anybody has is as good as its neighbour, of which it is a slip;
/// two forms that many people have are two names, however near.
/// </summary>
/// <remarks>
/// Among matches the rarer form is a slip of the other with a chance that is much alike for every name. Among two persons it is as frequent as
/// the form is besides this one record: by itself, or as a slip of any of its neighbours. The weights are scaled so that their odds average
/// one over pairs of different persons, as those of a level do.
/// </remarks>
internal sealed class SlipWeights
{
    /// <summary>Share of written names that hold a slip, as assumed.</summary>
    private const double Slips = 0.05;

    /// <summary>Chance of a slip to be this one among those of its word: a word of eight letters has some 500.</summary>
    private const double ThisSlip = 0.002;

    /// <summary>Of the forms that stand in one record alone so many, as assumed, are names and no slips.</summary>
    private const double LoneNames = 0.02;

    private readonly double[] _shares;
    private readonly double[] _byItself;
    private readonly double[] _asSlip;
    private readonly double _scale;

    /// <param name="neighbours">Which forms lie one edit apart.</param>
    /// <param name="shares">Share of the records that have a form.</param>
    /// <param name="records">How many records there are.</param>
    public SlipWeights(FormNeighbours neighbours, double[] shares, int records)
    {
        _shares = shares;
        _byItself = [.. shares.Select(s => Math.Max(s - ((1 - LoneNames) / Math.Max(1, records)), LoneNames / Math.Max(1, records)) / ThisSlip)];
        _asSlip = new double[shares.Length];
        for (var form = 0; form < shares.Length; form++)
        {
            foreach (var other in neighbours.Of(form))
            {
                _asSlip[form] += Slips * shares[other];
            }
        }

        var (all, weighed) = (0.0, 0.0);
        for (var form = 0; form < shares.Length; form++)
        {
            foreach (var other in neighbours.Of(form))
            {
                var both = shares[form] * shares[other];
                all += both;
                weighed += both / Chance(form, other);
            }
        }

        _scale = weighed > 0 ? all / weighed : 0;
    }

    /// <summary>What is added to the log odds of the level "one edit apart" for two forms.</summary>
    public double Adjustment(int form, int other) => _scale > 0 ? Math.Log(_scale / Chance(form, other)) : 0;

    /// <summary>The most that a form adds with any other.</summary>
    public double Most(int form) => _scale > 0 ? Math.Log(_scale / (_byItself[form] + _asSlip[form])) : 0;

    private double Chance(int form, int other)
    {
        var (rare, frequent) = _shares[form] < _shares[other] || (_shares[form] == _shares[other] && form < other) ? (form, other) : (other, form);
        return _byItself[rare] + Math.Max(_asSlip[rare], Slips * _shares[frequent]);
    }
}
